"""What happens to grades, in the database."""

from sqlalchemy import Connection, delete, select, update

from grader.errors import StaleGrade, UnknownGrade
from grader.grading import Change, Grade, Revision

from .batch_followers import blank, follow
from .events import add_event
from .revisions import add_revisions
from .rulings import erase_rulings
from .tables import confirmations, grades, judge_cache, machine_grades, overrides, released_feedback, verdicts

PARTS = (verdicts, machine_grades, overrides, confirmations, released_feedback)


class SqlChanges:
    """What happens to grades."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, tenant: str, change: Change, after: Grade) -> None:
        """Keep a change, whose version must be the next one; `after` is the grade in force with it.

        Raises StaleGrade, UnknownGrade.
        """
        this = (grades.c.tenant == tenant) & (grades.c.id == change.grade)
        values = {"version": change.version, "revision": change.revision, "status": after.status}
        changed = self._connection.execute(
            update(grades).where(this, grades.c.version == change.version - 1).values(values)
        )
        if changed.rowcount == 0:
            raise StaleGrade if self._connection.execute(select(grades.c.seq).where(this)).first() else UnknownGrade
        if isinstance(change, Revision):
            add_revisions(self._connection, tenant, (change,))
        else:
            add_event(self._connection, tenant, change)
        follow(self._connection, tenant, change, after)

    def erase(self, tenant: str, grade_ids: tuple[str, ...]) -> None:
        """Delete grades with all their events and what they came from, and what judges said of the tenant's answers."""
        for start in range(0, len(grade_ids), 500):
            some = grade_ids[start : start + 500]
            blank(self._connection, tenant, some)
            erase_rulings(self._connection, tenant, some)
            for part in PARTS:
                self._connection.execute(delete(part).where(part.c.tenant == tenant, part.c.grade.in_(some)))
            self._connection.execute(delete(grades).where(grades.c.tenant == tenant, grades.c.id.in_(some)))
        self._connection.execute(delete(judge_cache).where(judge_cache.c.tenant == tenant))
