"""What batches keep of grades: their results follow what people do about a grade, and are erased with it."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Update, delete, select, tuple_, update

from grader.batches import figures
from grader.grading import Change, Grade, Release, Revision

from .batch_tables import batch_results, batch_rows
from .tables import judge_cache

ERASED = '{"erased":true}'
GONE = "The answer was erased."
FORGOTTEN = {
    "outcome": "failed",
    "candidate": None,
    "rubric": None,
    "score": None,
    "low": None,
    "high": None,
    "swing": 0.0,
    "audit": False,
    "error": GONE,
    "grade": None,
}


def follow(connection: Connection, tenant: str, change: Change, after: Grade) -> None:
    """Have the result that a grade is of, if any, say what the grade in force says."""
    if isinstance(change, Release):
        return
    connection.execute(_of(tenant, (change.grade,)).values(_values(change, after)))


def blank(connection: Connection, tenant: str, grade_ids: Sequence[str]) -> None:
    """Erase the rows and the results that grades came from; the rows count as failed."""
    came = batch_results.c
    asked = select(came.batch, came.number).where(came.tenant == tenant, came.grade.in_(grade_ids))
    empty(connection, [(row.batch, row.number) for row in connection.execute(asked)])


def empty(connection: Connection, places: Sequence[tuple[str, int]]) -> None:
    """Erase rows, given by batch and number, with the results that they have and what judges said meanwhile."""
    if places:
        for table, values in ((batch_rows, {"document": ERASED, "candidate": None}), (batch_results, FORGOTTEN)):
            at = tuple_(table.c.batch, table.c.number).in_(places)
            connection.execute(update(table).where(at).values(values))
        theirs = select(batch_rows.c.tenant).where(tuple_(batch_rows.c.batch, batch_rows.c.number).in_(places))
        connection.execute(delete(judge_cache).where(judge_cache.c.tenant.in_(theirs)))


def _of(tenant: str, grade_ids: Sequence[str]) -> Update:
    return update(batch_results).where(batch_results.c.tenant == tenant, batch_results.c.grade.in_(grade_ids))


def _values(change: Change, after: Grade) -> dict[str, Any]:
    """The random look at a confident grade is over once a person has looked."""
    values = {"outcome": after.status, **figures(after)}
    return values if isinstance(change, Revision) else values | {"audit": False}
