"""Use cases of a reviewer: override, confirm, release, and what the candidate then sees."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeVar

from grader.access import Principal
from grader.errors import OverrideRefused, StaleGrade, UnknownGrade

from .effective import effective, status_of
from .grade import CandidateGrade, candidate_view
from .idempotency import Claim, Done
from .ids import new_id
from .keeping import kept_grade, settle, utc_now
from .repository import Store, Unit
from .stored import Change, ConceptOverride, Confirmation, Event, Override, Release, Revision, StoredGrade

C = TypeVar("C", Override, Confirmation, Release)
SHORTEST_REASON, LONGEST_REASON = 10, 2000


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decides: verdicts on concepts, the score itself, or both, and why."""

    reason: str
    concepts: tuple[ConceptOverride, ...] = ()
    score: float | None = None


class Reviewing:
    """Changes grades for people. Each change names the version it is of: of two at once, one is refused."""

    def __init__(self, store: Store, now: Callable[[], datetime] = utc_now) -> None:
        self._store, self._now = store, now

    def override(
        self, who: Principal, grade_id: str, version: int, decision: Decision, *, claim: Claim | None = None
    ) -> Override:
        """Put a person's decision over the machine's grade, which stays.

        Raises UnknownGrade, StaleGrade, OverrideRefused.
        """

        def make(_: Unit, stored: StoredGrade) -> Override:
            check_decision(decision, stored)
            return Override(
                **self._event(who, stored, "ovr"),
                concepts=decision.concepts,
                score=decision.score,
                reason=decision.reason,
            )

        return self._change(who, grade_id, version, "grade.override", make, claim)

    def confirm(self, who: Principal, grade_id: str, version: int, *, claim: Claim | None = None) -> Confirmation:
        """Note that a person agrees with the grade as it is: its review is settled. Raises UnknownGrade, StaleGrade."""

        def make(_: Unit, stored: StoredGrade) -> Confirmation:
            return Confirmation(**self._event(who, stored, "cnf"))

        return self._change(who, grade_id, version, "grade.confirm", make, claim)

    def release(self, who: Principal, grade_id: str, version: int, *, claim: Claim | None = None) -> Release:
        """Let the candidate see the grade as it is now; later changes are seen only once released again.

        Raises UnknownGrade, StaleGrade.
        """

        def make(unit: Unit, stored: StoredGrade) -> Release:
            rubric = unit.contents.rubric(who.tenant, stored.machine.rubric_hash)
            shown = candidate_view(effective(stored, rubric), released=True)
            return Release(**self._event(who, stored, "rel"), shown=shown)

        return self._change(who, grade_id, version, "grade.release", make, claim)

    def shown(self, who: Principal, grade_id: str) -> CandidateGrade:
        """Return what the candidate may see. Raises UnknownGrade until released, and for another candidate's grade."""
        stored = self._store.read(lambda unit: unit.grades.get(who.tenant, grade_id))
        if not stored.releases or who.candidate not in (None, stored.machine.candidate):
            raise UnknownGrade
        return stored.releases[-1].shown

    def _event(self, who: Principal, stored: StoredGrade, kind: str) -> dict[str, Any]:
        return Event(
            id=new_id(kind),
            grade=stored.id,
            revision=stored.latest.revision,
            version=stored.version + 1,
            made=self._now(),
            made_by=who.id,
        ).model_dump()

    def _change(
        self,
        who: Principal,
        grade_id: str,
        version: int,
        action: str,
        make: Callable[[Unit, StoredGrade], C],
        claim: Claim | None,
    ) -> C:
        def work(unit: Unit) -> C:
            stored = unit.grades.get(who.tenant, grade_id)
            if stored.version != version:
                raise StaleGrade
            change = make(unit, stored)
            after = kept_grade(unit.contents, who.tenant, with_change(stored, change))
            unit.changes.add(who.tenant, change, after.grade)
            detail: dict[str, str | int | float | None] = {"version": change.version, "event": change.id}
            settle(unit, who, action, grade_id, change.made, detail, claim, Done(201, f"{grade_id}/{change.id}"))
            return change

        return self._store.write(work)


def with_change(stored: StoredGrade, change: Change) -> StoredGrade:
    """Return what is kept of a grade once something has happened to it."""
    after = replace(stored, version=change.version)
    match change:
        case Override():
            after = replace(after, overrides=(*stored.overrides, change))
        case Confirmation():
            after = replace(after, confirmations=(*stored.confirmations, change))
        case Release():
            after = replace(after, releases=(*stored.releases, change))
        case Revision():
            after = replace(after, revisions=(*stored.revisions, change))
    return replace(after, status=status_of(after))


def check_decision(decision: Decision, stored: StoredGrade) -> None:
    """Raise OverrideRefused unless a decision changes something that is there, for a reason that says something."""
    known = {concept.id for concept in stored.machine.concepts}
    named = [each.concept for each in decision.concepts]
    if not SHORTEST_REASON <= len(decision.reason.strip()) <= LONGEST_REASON:
        raise OverrideRefused(f"Give a reason of {SHORTEST_REASON} to {LONGEST_REASON} characters.")
    if not named and decision.score is None:
        raise OverrideRefused("Give a verdict on a concept, or a score.")
    if not known.issuperset(named) or len(set(named)) < len(named):
        raise OverrideRefused("Name each concept once, and only concepts that the grade has.")
    if any((each.partial is not None) != (each.verdict == "partial") for each in decision.concepts):
        raise OverrideRefused("`partial` says how much of a concept is there: give it with the verdict partial only.")
    if decision.score is not None and not 0 <= decision.score <= 1:
        raise OverrideRefused("The score must be 0 to 1.")
