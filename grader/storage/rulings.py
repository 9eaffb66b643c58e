"""What people decided about claims beyond the rubric, in the database."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, tuple_

from grader.grading import Ruling

from .instants import to_instant, to_text
from .tables import rulings

_NAMES = tuple(Ruling.model_fields)


class SqlRulings:
    """Rulings by tenant, rubric and claim."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, tenant: str, ruling: Ruling) -> None:
        """Keep a ruling."""
        row = {**ruling.model_dump(), "tenant": tenant, "made": to_text(ruling.made)}
        self._connection.execute(insert(rulings), row)

    def about(self, tenant: str, rubric: str, claims: Collection[str]) -> tuple[Ruling, ...]:
        """Return the rulings about some claims of answers to a rubric, in the order they were made."""
        mine = rulings.c.tenant == tenant, rulings.c.rubric == rubric, rulings.c.claim.in_(tuple(claims))
        return tuple(map(_ruling, self._connection.execute(select(rulings).where(*mine).order_by(rulings.c.seq))))


def read_rulings(connection: Connection, tenant: str, grade_ids: Sequence[str]) -> dict[str, list[Ruling]]:
    """Return the rulings made at some grades, by grade, in order."""
    asked = select(rulings).where(rulings.c.tenant == tenant, rulings.c.grade.in_(grade_ids)).order_by(rulings.c.seq)
    found: dict[str, list[Ruling]] = {}
    for row in connection.execute(asked):
        found.setdefault(row.grade, []).append(_ruling(row))
    return found


def erase_rulings(connection: Connection, tenant: str, grade_ids: Sequence[str]) -> None:
    """Delete all rulings about each claim that was ruled on at one of some grades.

    Those made at other grades go too: else a ruling that one of these undid would be in force again.
    """
    of, mine = rulings.c, rulings.c.tenant == tenant
    claims = select(of.rubric, of.claim).where(mine, of.grade.in_(grade_ids)).distinct()
    found = [tuple(row) for row in connection.execute(claims)]
    for start in range(0, len(found), 200):
        named = tuple_(of.rubric, of.claim).in_(found[start : start + 200])
        connection.execute(delete(rulings).where(mine, named))


def _ruling(row: Row[Any]) -> Ruling:
    return Ruling(**{name: getattr(row, name) for name in _NAMES} | {"made": to_instant(row.made)})
