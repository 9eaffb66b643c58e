"""What a person has noted for the self-test of a seed's rubrics: true overlaps, and mutants accepted as they are."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from grader.errors import RubricError
from grader.rubric import read_model

Slug = Annotated[str, Field(min_length=1, max_length=100)]
Line = Annotated[str, Field(min_length=1, max_length=1000)]


class Note(BaseModel):
    """A note of a person: frozen, without keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Overlap(Note):
    """The reference of another question holds some of a rubric's concepts: it scores `score` at most."""

    rubric: Slug
    answer: Annotated[Slug, Field(description="The question whose reference is taken for an answer.")]
    concepts: Annotated[dict[Slug, Literal["met", "partial"]], Field(min_length=1)]
    score: Annotated[float, Field(gt=0, le=1)]
    reason: Line


class Within(Note):
    """The words of one concept say other concepts of the same rubric too."""

    rubric: Slug
    concept: Slug
    also: Annotated[tuple[Slug, ...], Field(min_length=1)]
    reason: Line


class Accepted(Note):
    """A mutant that does not behave, and why a person takes it as it is."""

    rubric: Slug
    mutant: Annotated[Line, Field(description="The mutant's text; of another question's reference, its slug.")]
    reason: Line


class Notes(Note):
    """The notes on the rubrics of one seed; slugs name rubrics."""

    overlaps: tuple[Overlap, ...] = ()
    within: tuple[Within, ...] = ()
    accepted: tuple[Accepted, ...] = ()

    def overlap(self, rubric: str, answer: str) -> Overlap | None:
        """Return how far the reference of another question answers this one."""
        return next((o for o in self.overlaps if (o.rubric, o.answer) == (rubric, answer)), None)

    def also(self, rubric: str, concept: str) -> frozenset[str]:
        """Return the concepts that the words of one concept say too."""
        found = (w.also for w in self.within if (w.rubric, w.concept) == (rubric, concept))
        return frozenset(name for names in found for name in names)

    def reason(self, rubric: str, mutant: str) -> str | None:
        """Return why a person accepts that this mutant does not behave, None if nobody does."""
        return next((a.reason for a in self.accepted if (a.rubric, a.mutant) == (rubric, mutant)), None)


def read_notes(path: Path) -> Notes:
    """Return the notes in a file. Raises RubricError with file and line."""
    return read_model(Notes, path, RubricError)
