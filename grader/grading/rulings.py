"""Use cases: decide about a claim beyond the rubric, and see what was decided."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from grader.access import Principal
from grader.errors import OverrideRefused

from .grade import Grade, Span
from .idempotency import Claim, Done
from .ids import new_id
from .keeping import settle, utc_now
from .repository import Store, Unit
from .ruling import RuledClaim, Ruling, RulingKind, claim_at, claim_hash, ruled
from .stored import StoredGrade

NEEDS_CONCEPT: frozenset[RulingKind] = frozenset(("same_as", "phrase"))


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says of a claim, given by its span: it changes no verdict and no score."""

    start: int
    end: int
    kind: RulingKind
    concept: str | None = None


class Rulings:
    """Keeps what people decide about claims; nothing is changed, undoing adds an entry."""

    def __init__(self, store: Store, now: Callable[[], datetime] = utc_now) -> None:
        self._store, self._now = store, now

    def claims(self, who: Principal, grade: Grade) -> tuple[RuledClaim, ...]:
        """Return the claims beyond the rubric of a grade, with what was decided about the same words anywhere."""
        if not grade.beyond:
            return ()
        names = {claim_hash(span.text) for span in grade.beyond}
        return ruled(grade.beyond, self._store.read(lambda unit: unit.rulings.about(who.tenant, grade.rubric, names)))

    def rule(self, who: Principal, grade_id: str, said: Said, *, claim: Claim | None = None) -> Ruling:
        """Keep a decision about a claim of a grade. Raises UnknownGrade, OverrideRefused."""

        def work(unit: Unit) -> Ruling:
            stored = unit.grades.get(who.tenant, grade_id)
            name = claim_hash(check_ruling(said, stored).text)
            before = unit.rulings.about(who.tenant, stored.machine.rubric, {name})
            if said.kind == "open" and (not before or before[-1].kind == "open"):
                raise OverrideRefused("Nothing is decided about this claim: there is nothing to undo.")
            made = self._made(who, stored, said, name)
            unit.rulings.add(who.tenant, made)
            detail: dict[str, str | int | float | None] = {"event": made.id, "kind": made.kind}
            settle(unit, who, "claim.rule", grade_id, made.made, detail, claim, Done(201, f"{grade_id}/{made.id}"))
            return made

        return self._store.write(work)

    def _made(self, who: Principal, stored: StoredGrade, said: Said, name: str) -> Ruling:
        return Ruling(
            id=new_id("rul"),
            grade=stored.id,
            rubric=stored.machine.rubric,
            claim=name,
            kind=said.kind,
            concept=said.concept,
            made=self._now(),
            made_by=who.id,
        )


def check_ruling(said: Said, stored: StoredGrade) -> Span:
    """Return the claim that is meant. Raises OverrideRefused unless the grade has it, and the concept if one is due."""
    meant = claim_at(stored.machine, said.start, said.end)
    known = {concept.id for concept in stored.machine.concepts}
    if meant is None:
        raise OverrideRefused("The grade has no such claim beyond the rubric. Read it again: it may be a new one.")
    if said.kind in NEEDS_CONCEPT and said.concept not in known:
        raise OverrideRefused("Name the concept of the grade that the claim says the same as.")
    if said.kind not in NEEDS_CONCEPT and said.concept is not None:
        raise OverrideRefused("Name a concept only for a claim that says the same as one.")
    return meant
