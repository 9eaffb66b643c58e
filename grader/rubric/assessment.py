"""An assessment: an ordered set of questions with weights and, if one was set, a policy."""

import re
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, Field

from .model import Line, Part, RubricId, Slug

DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _day(value: object) -> object:
    """A plain number would be read as seconds since 1970."""
    if isinstance(value, date) or (isinstance(value, str) and DAY.fullmatch(value)):
        return value
    raise ValueError("write a day as 2026-01-31")


class Policy(Part):
    """A cutoff, who set it, how and when: without all of these the cutoff says nothing."""

    cutoff: Annotated[float, Field(ge=0, le=1, allow_inf_nan=False, description="The least total to advance, 0 to 1.")]
    method: Annotated[Line, Field(description="How the cutoff was found, e.g. modified Angoff with three judges.")]
    author: Annotated[Line, Field(description="Who answers for it.")]
    date: Annotated[date, BeforeValidator(_day), Field(description="The day it was set.")]


class AssessmentQuestion(Part):
    """A question's place in an assessment."""

    rubric: RubricId
    weight: Annotated[float, Field(gt=0, le=1000, allow_inf_nan=False)] = 1


class Assessment(Part):
    """One take-home or one interview."""

    id: Slug
    title: Line
    questions: Annotated[tuple[AssessmentQuestion, ...], Field(min_length=1, max_length=200)]
    policy: Annotated[Policy | None, Field(description="Without one, no band is given.")] = None
