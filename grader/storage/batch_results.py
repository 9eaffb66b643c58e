"""The results of batches in the database: at most one a row, whatever happens."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from grader.batches import TAKES_RESULTS, Batch, Outcome, Part, Result
from grader.errors import BatchStopped

from .batch_tables import batch_results, batch_rows, batches
from .engine import inserted

_FIELDS = tuple(Result.__dataclass_fields__)


class SqlResults:
    """Results by batch and row."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, batch: Batch, results: Sequence[Result]) -> frozenset[int]:
        """Keep results and return the numbers of their rows, without those that have one: they keep it.

        Raises BatchStopped where the batch takes no more.
        """
        state = select(batches.c.state).where(batches.c.id == batch.id).with_for_update(read=True)
        if self._connection.execute(state).scalar() not in TAKES_RESULTS:
            raise BatchStopped
        same = {"tenant": batch.tenant, "batch": batch.id}
        rows = [same | {name: getattr(result, name) for name in _FIELDS} for result in results]
        return frozenset(inserted(self._connection, batch_results, rows, batch_results.c.number))

    def done(self, batch_id: str) -> Mapping[Outcome, int]:
        """Return how many results there are of each outcome."""
        came = batch_results.c
        asked = select(came.outcome, func.count()).where(came.batch == batch_id).group_by(came.outcome)
        return {row[0]: row[1] for row in self._connection.execute(asked)}

    def fail_rest(self, batch: Batch, error: str) -> None:
        """Give every row without a result a failed one."""
        came, sent = batch_results.c, batch_rows.c
        done = select(came.number).where(came.batch == batch.id)
        mine = (sent.batch == batch.id, sent.number.not_in(done))
        left = select(sent.number, sent.candidate).where(*mine).order_by(sent.number)
        for part in self._connection.execute(left).partitions(1000):
            self.keep(batch, [Result(number, "failed", candidate=who, error=error) for number, who in part])

    def queue(self, batch_id: str, limit: int, skip: int = 0) -> tuple[Result, ...]:
        """Return results for a person, those first where a decision would change most, then the audited ones."""
        came = batch_results.c
        asked = (
            select(*(came[name] for name in _FIELDS))
            .where(_looked_at(batch_id))
            .order_by(came.audit, came.swing.desc(), came.number)
            .limit(limit)
            .offset(skip)
        )
        return tuple(Result(*row) for row in self._connection.execute(asked))

    def waiting(self, batch_id: str) -> int:
        """Return how many results wait for a person."""
        asked = select(func.count()).select_from(batch_results).where(_looked_at(batch_id))
        return self._connection.execute(asked).scalar_one()

    def parts(self, batch_id: str) -> Iterator[Part]:
        """Yield each row's part in its candidate's summary, candidate by candidate."""
        rows = self._connection.execution_options(yield_per=1000).execute(_parts(batch_id))
        return (Part(*row) for row in rows)


def _looked_at(batch_id: str) -> ColumnElement[bool]:
    came = batch_results.c
    return and_(came.batch == batch_id, or_(came.outcome == "needs_review", came.audit))


def _parts(batch_id: str) -> Select[Any]:
    came = batch_results.c
    review = came.outcome == "needs_review"
    return (
        select(came.candidate, came.rubric, came.score, came.low, came.high, review)
        .where(came.batch == batch_id, came.candidate.is_not(None))
        .order_by(came.candidate, came.number)
    )
