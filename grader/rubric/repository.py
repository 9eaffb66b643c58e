"""The ports through which rubrics and assessments are found."""

from typing import Protocol

from .assessment import Assessment
from .lexicon import Lexicon
from .model import Rubric


class Rubrics(Protocol):
    """Rubrics by id, and the lexicons they use."""

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all rubrics, sorted."""

    def get(self, rubric_id: str) -> Rubric:
        """Return a rubric by its full id. Raises UnknownRubric."""

    def lexicon(self, name: str | None) -> Lexicon:
        """Return a lexicon by name; None is the empty one. Raises LexiconError."""


class Assessments(Protocol):
    """Assessments by id."""

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all assessments, sorted."""

    def get(self, assessment_id: str) -> Assessment:
        """Return an assessment by its id. Raises UnknownAssessment, AssessmentError."""
