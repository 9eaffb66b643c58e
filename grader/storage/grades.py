"""Grades in the database."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, and_, insert, or_, select, tuple_

from grader.errors import UnknownGrade
from grader.grading import Place, StoredGrade, Wanted

from .events import read_confirmations, read_overrides, read_releases
from .instants import to_instant, to_text
from .revisions import add_revisions, read_revisions
from .rulings import read_rulings
from .tables import confirmations, grades, overrides

_ADD = insert(grades)


class SqlGrades:
    """Grades by tenant and id."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, tenant: str, grade: StoredGrade) -> None:
        """Keep a new grade of one revision."""
        self.add_all(tenant, (grade,))

    def add_all(self, tenant: str, grades: Sequence[StoredGrade]) -> None:
        """Keep many new grades of one revision each."""
        if grades:
            self._connection.execute(_ADD, [_row(tenant, grade) for grade in grades])
            add_revisions(self._connection, tenant, [grade.latest for grade in grades])

    def get(self, tenant: str, grade_id: str) -> StoredGrade:
        """Return a grade with all its events. Raises UnknownGrade, for another tenant's too."""
        asked = select(grades).where(grades.c.tenant == tenant, grades.c.id == grade_id)
        found = self._whole(tenant, list(self._connection.execute(asked)))
        if not found:
            raise UnknownGrade
        return found[0]

    def some(self, tenant: str, grade_ids: Sequence[str]) -> tuple[StoredGrade, ...]:
        """Return those of some grades that there are, in no order."""
        asked = select(grades).where(grades.c.tenant == tenant, grades.c.id.in_(grade_ids))
        return self._whole(tenant, list(self._connection.execute(asked))) if grade_ids else ()

    def page(self, tenant: str, wanted: Wanted, after: Place | None, limit: int) -> tuple[StoredGrade, ...]:
        """Return at most `limit` grades, the newest first, beginning after a place."""
        asked = _wanted(select(grades).where(grades.c.tenant == tenant), wanted)
        if after is not None:
            asked = asked.where(tuple_(grades.c.made, grades.c.id) < (to_text(after.made), after.id))
        asked = asked.order_by(grades.c.made.desc(), grades.c.id.desc()).limit(limit)
        return self._whole(tenant, list(self._connection.execute(asked)))

    def _whole(self, tenant: str, rows: list[Row[Any]]) -> tuple[StoredGrade, ...]:
        ids = [row.id for row in rows]
        parts = [
            read(self._connection, tenant, ids) if ids else {}
            for read in (read_revisions, read_overrides, read_confirmations, read_releases, read_rulings)
        ]
        return tuple(_grades(rows, parts))


def _row(tenant: str, grade: StoredGrade) -> dict[str, Any]:
    machine = grade.machine
    return {
        "tenant": tenant,
        "id": grade.id,
        "external_id": machine.external_id,
        "candidate": machine.candidate,
        "rubric": machine.rubric,
        "mode": machine.mode,
        "answer": grade.answer,
        "made": to_text(grade.made),
        "version": grade.version,
        "revision": grade.latest.revision,
        "status": grade.status,
    }


def _grades(rows: list[Row[Any]], parts: list[dict[str, Any]]) -> Iterator[StoredGrade]:
    for row in rows:
        events = (tuple(part.get(row.id, ())) for part in parts)
        yield StoredGrade(row.id, row.answer, to_instant(row.made), row.version, row.status, *events)


def _wanted(asked: Select[Any], wanted: Wanted) -> Select[Any]:
    for name in ("candidate", "external_id", "rubric", "status"):
        value = getattr(wanted, name)
        if value is not None:
            asked = asked.where(grades.c[name] == value)
    if wanted.reviewed:
        looks = (select(look.c.id).where(_of_grade(look)).exists() for look in (overrides, confirmations))
        asked = asked.where(grades.c.version > 1, or_(*looks))
    return asked if wanted.before is None else asked.where(grades.c.made < to_text(wanted.before))


def _of_grade(look: Table) -> ColumnElement[bool]:
    return and_(look.c.tenant == grades.c.tenant, look.c.grade == grades.c.id)
