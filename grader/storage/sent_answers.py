"""Answers as they were sent in batches: erased for a candidate, or by age, whatever became of them."""

from sqlalchemy import ColumnElement, Connection, and_, false, select

from grader.grading import Wanted

from .batch_followers import ERASED, FORGOTTEN, empty
from .batch_tables import batch_results, batch_rows, batches
from .engine import insert_all_new
from .instants import to_text


class SqlSentAnswers:
    """Rows of batches that have no grade."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def forget(self, tenant: str, wanted: Wanted, limit: int) -> tuple[str, ...]:
        """Erase at most `limit` rows of a candidate, or of batches made before an instant; return a batch for each.

        What is erased has failed; a row that has a grade is erased with it, not here.
        """
        sent, came = batch_rows.c, batch_results.c
        pair = and_(came.batch == sent.batch, came.number == sent.number)
        asked = (
            select(sent.batch, sent.number)
            .select_from(batch_rows.outerjoin(batch_results, pair))
            .where(sent.tenant == tenant, came.grade.is_(None), sent.document != ERASED, _wanted(tenant, wanted))
            .limit(limit)
        )
        places = [(row.batch, row.number) for row in self._connection.execute(asked)]
        empty(self._connection, places)
        rows = [{"tenant": tenant, "batch": batch, "number": number, **FORGOTTEN} for batch, number in places]
        insert_all_new(self._connection, batch_results, rows)
        return tuple(batch for batch, _ in places)

    def coming(self, tenant: str) -> frozenset[str]:
        """Return the batches whose files are being read in: whose rows these are is not known yet."""
        asked = select(batches.c.id).where(batches.c.tenant == tenant, batches.c.state == "validating")
        return frozenset(self._connection.execute(asked).scalars())


def _wanted(tenant: str, wanted: Wanted) -> ColumnElement[bool]:
    """Of a candidate, and of batches that are old enough; with neither, none."""
    chosen: list[ColumnElement[bool]] = []
    if wanted.candidate is not None:
        chosen.append(batch_rows.c.candidate == wanted.candidate)
    if wanted.before is not None:
        old = select(batches.c.id).where(batches.c.tenant == tenant, batches.c.made < to_text(wanted.before))
        chosen.append(batch_rows.c.batch.in_(old))
    return and_(*chosen) if chosen else false()
