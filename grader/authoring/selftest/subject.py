"""What is tested: a rubric ready for grading, and its reference answer."""

from dataclasses import dataclass

from grader.grading import Prepared
from grader.rubric import Rubric


@dataclass(frozen=True, slots=True)
class Subject:
    """A rubric ready for grading, compiled once for all of its mutants, and its reference answer."""

    prepared: Prepared
    reference: str

    @property
    def rubric(self) -> Rubric:
        """The rubric itself."""
        return self.prepared.compiled.rubric
