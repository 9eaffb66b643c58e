"""The store of batches: their ports over one transaction of the database."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection

from grader.batches import BatchUnit

from .audit import SqlAudit
from .batch_boards import SqlBoards
from .batch_replies import SqlReplies
from .batch_results import SqlResults
from .batch_rows import SqlRows
from .batches import SqlBatches
from .changes import SqlChanges
from .contents import SqlContents
from .database import Database
from .grades import SqlGrades
from .idempotency import SqlIdempotency
from .webhooks import SqlDeliveries, SqlWebhooks
from .workers import SqlCalls, SqlWorkers

T = TypeVar("T")


class SqlBatchStore:
    """Where batches are kept: in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def read(self, work: Callable[[BatchUnit], T]) -> T:
        """Return what the work returns, from one state of the data. Raises StorageFault, or what the work raised."""
        return self._database.read(lambda connection: work(batch_unit(connection)))

    def write(self, work: Callable[[BatchUnit], T]) -> T:
        """Return what the work returns once it is durable, all of it or nothing. The work may be run again."""
        return self._database.write(lambda connection: work(batch_unit(connection)))

    def scrub(self) -> None:
        """Leave no byte of what was deleted, as far as the database lets us."""
        self._database.scrub()


def batch_unit(connection: Connection) -> BatchUnit:
    """Return what one transaction reaches."""
    batches, results = SqlBatches(connection), SqlResults(connection)
    return BatchUnit(
        batches=batches,
        lives=batches,
        rows=SqlRows(connection),
        results=results,
        reviews=results,
        boards=SqlBoards(connection),
        calls=SqlCalls(connection),
        replies=SqlReplies(connection),
        workers=SqlWorkers(connection),
        webhooks=SqlWebhooks(connection),
        deliveries=SqlDeliveries(connection),
        idempotency=SqlIdempotency(connection),
        grades=SqlGrades(connection),
        changes=SqlChanges(connection),
        contents=SqlContents(connection),
        audit=SqlAudit(connection),
    )
