"""Names in addresses: what cannot be one of ours is as unknown as what is not there."""

import re
from typing import Annotated

from fastapi import Depends, Path

from grader.errors import UnknownAssessment, UnknownGrade, UnknownRubric, UnknownScorecard

_GRADE = re.compile(r"grd_[a-z2-7]{26}")
_CARD = re.compile(r"crd_[a-z2-7]{26}")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


async def _grade(grade_id: Annotated[str, Path(description="A grade's id.", examples=["grd_" + "a" * 26])]) -> str:
    if not _GRADE.fullmatch(grade_id):
        raise UnknownGrade
    return grade_id


async def _card(card_id: Annotated[str, Path(description="A scorecard's id.", examples=["crd_" + "a" * 26])]) -> str:
    if not _CARD.fullmatch(card_id):
        raise UnknownScorecard
    return card_id


async def _rubric(
    seed: Annotated[str, Path(description="A rubric's seed.", examples=["backend-hiring-questions"])],
    slug: Annotated[str, Path(description="A rubric's slug.", examples=["when-to-use-cache"])],
) -> str:
    if not (_SLUG.fullmatch(seed) and _SLUG.fullmatch(slug)):
        raise UnknownRubric
    return f"{seed}/{slug}"


async def _assessment(
    assessment_id: Annotated[str, Path(description="An assessment's id.", examples=["backend-take-home"])],
) -> str:
    if not _SLUG.fullmatch(assessment_id):
        raise UnknownAssessment
    return assessment_id


GradeId = Annotated[str, Depends(_grade)]
CardId = Annotated[str, Depends(_card)]
RubricName = Annotated[str, Depends(_rubric)]
AssessmentId = Annotated[str, Depends(_assessment)]
