"""One row of a batch as a reviewer sees it, and what the reviewer does about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from grader.access import Principal
from grader.batches import Batch, Result, fields_of
from grader.bootstrap import Serving
from grader.errors import NoSuchPlace, OverrideRefused
from grader.grading import Decision, Grade, KeptGrade, RuledClaim, seen
from grader.rubric import Rubric

from .decision import decision, undoing

Fields: TypeAlias = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Review:
    """A row: what was sent, and where it was graded the grade with all that happened to it."""

    batch: Batch
    number: int
    sent: str
    result: Result | None
    kept: KeptGrade | None
    rubric: Rubric | None
    claims: tuple[RuledClaim, ...] = ()
    """What the answer claims beyond the rubric, with what people decided about it."""

    @property
    def candidate(self) -> str | None:
        """Whose answer it is."""
        return None if self.result is None else self.result.candidate

    @property
    def settled(self) -> bool:
        """Whether a person has looked at it."""
        return self.kept is not None and seen(self.kept.stored)

    @property
    def answer(self) -> str:
        """The answer, as far as one can be read."""
        if self.kept is not None:
            return self.kept.stored.answer
        answer = (fields_of(self.sent) or {}).get("answer")
        return answer if isinstance(answer, str) else self.sent


def review_of(services: Serving, who: Principal, batch_id: str, number: int) -> Review:
    """Return a row of a batch. Raises UnknownBatch, NoSuchPlace for a row that it does not have."""
    batch, rows = services.batches.rows(who, batch_id, number - 1, 1)
    if not rows or rows[0].number != number:
        raise NoSuchPlace("The batch has no such row.")
    result = services.batches.board(who, batch_id, lambda boards: boards.result(batch_id, number))
    name = None if result is None else result.grade
    kept = None if name is None else services.kept.keeping.read(who, name)
    rubric = None if kept is None else _rubric(services, who, kept)
    claims = () if kept is None else services.kept.rulings.claims(who, kept.grade)
    return Review(batch, number, rows[0].document, result, kept, rubric, claims)


def act(services: Serving, who: Principal, found: Review, fields: Fields, *, blind: bool) -> None:
    """Keep what a form decides about a row. Raises OverrideRefused, StaleGrade if someone was faster."""
    if found.kept is None:
        raise OverrideRefused("The row has no grade to change.")
    name, version = found.kept.grade.id, int(fields.get("version", "0") if fields.get("version", "").isdigit() else 0)
    made = _decision(found.kept.stored.machine, found.kept.grade, fields, blind=blind)
    if made is None:
        services.kept.reviewing.confirm(who, name, version)
    else:
        services.kept.reviewing.override(who, name, version, made)


def _decision(machine: Grade, grade: Grade, fields: Fields, *, blind: bool) -> Decision | None:
    match fields.get("do"):
        case "undo":
            return undoing(machine)
        case "confirm":
            return None
        case _:
            made = decision(fields, grade, blind=blind)
            if made is None and not blind:
                raise OverrideRefused("Nothing is changed. Change a verdict or the score, or confirm the grade.")
            return made


def _rubric(services: Serving, who: Principal, kept: KeptGrade) -> Rubric:
    return services.kept.store.read(lambda unit: unit.contents.rubric(who.tenant, kept.stored.machine.rubric_hash))
