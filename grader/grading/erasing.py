"""Use cases: erase what was kept of a candidate or a grade, and what is older than it may be."""

from collections.abc import Callable
from datetime import datetime

from grader.access import Principal

from .audit import AuditEntry
from .keeping import utc_now
from .repository import Store, Unit
from .stored import Wanted

AT_ONCE = 500


class Erasing:
    """Deletes answers with all that was made of them. The audit keeps only random ids: whose they were is gone."""

    def __init__(self, store: Store, now: Callable[[], datetime] = utc_now) -> None:
        self._store, self._now = store, now

    def erase_grade(self, who: Principal, grade_id: str) -> None:
        """Erase a grade. Raises UnknownGrade."""

        def work(unit: Unit) -> None:
            unit.grades.get(who.tenant, grade_id)
            self._erase(unit, who, (grade_id,), "grade.erase")

        self._store.write(work)
        self._store.scrub()

    def erase_candidate(self, who: Principal, candidate: str) -> int:
        """Erase all grades of a candidate and return how many there were; none is no error, so it can be repeated."""
        return self._all(who, Wanted(candidate=candidate), "candidate.erase")

    def retain(self, who: Principal, since: datetime) -> int:
        """Erase all grades made before an instant, forget old requests, and return how many grades there were."""
        self._store.write(lambda unit: unit.idempotency.purge(self._now()))
        return self._all(who, Wanted(before=since), "retain")

    def _all(self, who: Principal, wanted: Wanted, action: str) -> int:
        def some(unit: Unit) -> int:
            found = tuple(stored.id for stored in unit.grades.page(who.tenant, wanted, None, AT_ONCE))
            if found:
                self._erase(unit, who, found, action)
            return len(found)

        total = 0
        while (erased := self._store.write(some)) > 0:
            total += erased
        self._store.scrub()
        return total

    def _erase(self, unit: Unit, who: Principal, grade_ids: tuple[str, ...], action: str) -> None:
        unit.changes.erase(who.tenant, grade_ids)
        made = self._now()
        for grade_id in grade_ids:
            unit.audit.append(who.tenant, AuditEntry(made=made, actor=who.id, action=action, subject=grade_id))
