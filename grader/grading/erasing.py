"""Use cases: erase what was kept of a candidate or a grade, and what is older than it may be."""

import time
from collections.abc import Callable, Iterable
from datetime import datetime

from grader.access import Principal
from grader.errors import StorageBusy

from .audit import AuditEntry
from .keeping import utc_now
from .repository import Store, Unit
from .stored import Wanted

AT_ONCE = 500
PATIENCE, EVERY = 20.0, 0.2
"""Seconds that an erasure waits for batches that are being read in, and how often it looks."""
COMING = "What was kept is erased, but a batch is being read in that may hold more. Erase again in a minute."


class Erasing:
    """Deletes answers with all that was made of them. The audit keeps only random ids: whose they were is gone."""

    def __init__(
        self, store: Store, now: Callable[[], datetime] = utc_now, pause: Callable[[float], object] = time.sleep
    ) -> None:
        self._store, self._now, self._pause = store, now, pause

    def erase_grade(self, who: Principal, grade_id: str) -> None:
        """Erase a grade. Raises UnknownGrade."""

        def work(unit: Unit) -> None:
            unit.grades.get(who.tenant, grade_id)
            self._erase(unit, who, (grade_id,), "grade.erase")

        self._store.write(work)
        self._store.scrub()

    def erase_candidate(self, who: Principal, candidate: str) -> int:
        """Erase all answers and scorecards of a candidate and return how many there were; it can be repeated.

        What batches hold that are being read in just now is waited for. Raises StorageBusy if that takes too long.
        """
        wanted, coming = Wanted(candidate=candidate), self._coming(who)
        erased = self._all(who, wanted, "candidate.erase")
        if not coming:
            return erased
        self._wait(who, coming)
        return erased + self._all(who, wanted, "candidate.erase")

    def _wait(self, who: Principal, coming: frozenset[str]) -> None:
        """A batch that came after the wish to erase is not waited for: there may always be another."""
        for _ in range(round(PATIENCE / EVERY)):
            if not coming & self._coming(who):
                return
            self._pause(EVERY)
        raise StorageBusy(COMING)

    def _coming(self, who: Principal) -> frozenset[str]:
        return self._store.read(lambda unit: unit.sent.coming(who.tenant))

    def retain(self, who: Principal, since: datetime) -> int:
        """Erase all answers and scorecards made before an instant, forget old requests, and return how many it were."""
        self._store.write(lambda unit: unit.idempotency.purge(self._now()))
        return self._all(who, Wanted(before=since), "retain")

    def _all(self, who: Principal, wanted: Wanted, action: str) -> int:
        def graded(unit: Unit) -> int:
            found = tuple(stored.id for stored in unit.grades.page(who.tenant, wanted, None, AT_ONCE))
            if found:
                self._erase(unit, who, found, action)
            return len(found)

        def other(unit: Unit) -> int:
            found = unit.sent.forget(who.tenant, wanted, AT_ONCE)
            self._note(unit, who, dict.fromkeys(found), action)
            return len(found)

        def cards(unit: Unit) -> int:
            found = tuple(card.id for card in unit.scorecards.page(who.tenant, wanted, None, AT_ONCE))
            unit.scorecards.erase(who.tenant, found)
            self._note(unit, who, found, action)
            return len(found)

        total = 0
        for some in (graded, other, cards):
            while (erased := self._store.write(some)) > 0:
                total += erased
        self._store.scrub()
        return total

    def _erase(self, unit: Unit, who: Principal, grade_ids: tuple[str, ...], action: str) -> None:
        unit.changes.erase(who.tenant, grade_ids)
        self._note(unit, who, grade_ids, action)

    def _note(self, unit: Unit, who: Principal, subjects: Iterable[str], action: str) -> None:
        made = self._now()
        for subject in subjects:
            unit.audit.append(who.tenant, AuditEntry(made=made, actor=who.id, action=action, subject=subject))
