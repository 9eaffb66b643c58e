"""The rows of batches in the database, and who has begun with which."""

from collections.abc import Sequence

from sqlalchemy import Connection, and_, delete, insert, select, update

from grader.batches import Batch, Kept, Row, Try
from grader.errors import BatchStopped

from .batch_tables import batch_results, batch_rows, batch_tries, batches
from .engine import insert_all_new

_FIELDS = tuple(Row.__dataclass_fields__)
MOST_TOGETHER = 2
"""Tries with a whole slice: after those, a row in it is likely deadly, and each is tried alone."""


class SqlRows:
    """Rows by batch and number."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, batch: Batch, rows: Sequence[Row]) -> None:
        """Keep rows in order; those that are there already stay as they are."""
        same = {"tenant": batch.tenant, "batch": batch.id}
        values = [same | {name: getattr(row, name) for name in _FIELDS} for row in rows]
        insert_all_new(self._connection, batch_rows, values)
        read = rows[-1].number + 1
        more = update(batches).where(batches.c.id == batch.id, batches.c.total < read).values(total=read)
        self._connection.execute(more)

    def begin(self, batch: Batch, low: int, high: int, most: int, *, again: bool = False) -> Try:
        """Return the first rows within a range that have no result, and count that they were begun with.

        `again`: by a worker that came back from them. Once two did not, one row is returned at a time. Raises
        BatchStopped.
        """
        state = select(batches.c.state).where(batches.c.id == batch.id).with_for_update(read=True)
        if self._connection.execute(state).scalar() != "running":
            raise BatchStopped
        rows = self._without_result(batch, low, high, most)
        if not rows:
            return Try((), 0)
        tries, careful = self._count(batch, low, rows[0].number, again)
        return Try(rows[:1] if careful else rows, tries)

    def page(self, batch_id: str, after: int, limit: int) -> tuple[Kept, ...]:
        """Return at most `limit` rows in order, beginning after a number (-1: from the start)."""
        came, sent = batch_results.c, batch_rows.c
        pair = and_(came.batch == sent.batch, came.number == sent.number)
        asked = (
            select(sent.number, sent.document, came.outcome, came.grade, came.error)
            .select_from(batch_rows.outerjoin(batch_results, pair))
            .where(sent.batch == batch_id, sent.number > after)
            .order_by(sent.number)
            .limit(limit)
        )
        return tuple(Kept(*row) for row in self._connection.execute(asked))

    def erase(self, batch_id: str, limit: int) -> tuple[str, ...] | None:
        """Delete at most `limit` rows with their results, and return the ids of their grades; None: there are none."""
        sent, came = batch_rows.c, batch_results.c
        asked = select(sent.number).where(sent.batch == batch_id).order_by(sent.number).limit(limit)
        numbers = tuple(self._connection.execute(asked).scalars())
        if not numbers:
            return None
        mine = and_(came.batch == batch_id, came.number <= numbers[-1])
        grades = self._connection.execute(select(came.grade).where(mine, came.grade.is_not(None))).scalars().all()
        self._connection.execute(delete(batch_results).where(mine))
        self._connection.execute(delete(batch_rows).where(sent.batch == batch_id, sent.number <= numbers[-1]))
        return tuple(name for name in grades if name is not None)

    def _without_result(self, batch: Batch, low: int, high: int, most: int) -> tuple[Row, ...]:
        came, sent = batch_results.c, batch_rows.c
        done = select(came.number).where(came.batch == batch.id, came.number >= low, came.number < high)
        asked = (
            select(sent.number, sent.document)
            .where(sent.batch == batch.id, sent.number >= low, sent.number < high, sent.number.not_in(done))
            .order_by(sent.number)
            .limit(most)
        )
        return tuple(Row(*row) for row in self._connection.execute(asked))

    def _count(self, batch: Batch, low: int, mark: int, again: bool) -> tuple[int, bool]:
        """How often the first row was begun with, this time included, and whether to take one row at a time."""
        mine = and_(batch_tries.c.batch == batch.id, batch_tries.c.low == low)
        found = self._connection.execute(select(batch_tries).where(mine)).first()
        if found is None:
            row = {"tenant": batch.tenant, "batch": batch.id, "low": low, "mark": mark, "tries": 1, "careful": False}
            self._connection.execute(insert(batch_tries), row)
            return 1, False
        if found.mark != mark:
            tries, careful = 1, found.careful
        else:
            tries = found.tries if again else found.tries + 1
            careful = found.careful or tries > MOST_TOGETHER
        values = {"mark": mark, "tries": tries, "careful": careful}
        self._connection.execute(update(batch_tries).where(mine).values(values))
        return tries, careful
