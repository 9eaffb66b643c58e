"""Versions of rubrics and assessments: immutable, numbered from 1; the highest number is in force."""

from datetime import datetime

from grader.rubric import Assessment

from .grade import Result


class RubricVersion(Result):
    """A version of a rubric; `hash` names its content."""

    rubric: str
    number: int
    hash: str
    made: datetime
    made_by: str


class AssessmentVersion(Result):
    """A version of an assessment."""

    assessment: Assessment
    number: int
    made: datetime
    made_by: str
