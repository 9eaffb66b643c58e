"""Which answers would be graded otherwise by another version of a rubric."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from grader.grading import Grade, Labels, Prepared, grade
from grader.matching import Verdict

from .diff import renamed
from .graded import Graded

NAMELESS = Labels("flips")


@dataclass(frozen=True, slots=True)
class Turn:
    """A concept's verdict under the old and the new version; None where that version has no such concept."""

    concept: str
    old: Verdict | None
    new: Verdict | None


@dataclass(frozen=True, slots=True)
class Flip:
    """An answer whose verdicts or score change, both recomputed from the answer."""

    answer: Graded
    old: float
    new: float
    turns: tuple[Turn, ...]


def flips(old: Prepared, new: Prepared, answers: Iterable[Graded]) -> Iterator[Flip]:
    """Yield each answer that the two versions grade otherwise. The answers must pass `check_answer`."""
    names = renamed(old.compiled.rubric, new.compiled.rubric)
    for answer in answers:
        before, after = (grade(version, answer.answer, NAMELESS, mode=answer.mode) for version in (old, new))
        turns = tuple(_turns(before, after, names))
        if turns or before.score != after.score:
            yield Flip(answer, before.score, after.score, turns)


def _turns(before: Grade, after: Grade, names: dict[str, str]) -> Iterator[Turn]:
    old = {names.get(concept.id, concept.id): concept.verdict for concept in before.concepts}
    new = {concept.id: concept.verdict for concept in after.concepts}
    for concept in dict.fromkeys((*old, *new)):
        if old.get(concept) != new.get(concept):
            yield Turn(concept, old.get(concept), new.get(concept))
