"""Whether anybody works on the batches that wait: a worker that died says nothing, so its silence is looked for."""

from datetime import timedelta

from sqlalchemy import Connection, exists, select

from grader.errors import GraderError
from grader.grading import utc_now

from .batch_tables import batches, workers
from .database import Database
from .engine import seconds_now
from .instants import to_text

SILENT_SECONDS = 30.0
_WAITING = ("queued", "running", "finalizing", "cancelling")


def heartbeat(database: Database, silent: float = SILENT_SECONDS, waited: float = SILENT_SECONDS) -> None:
    """Raise GraderError if a batch waited for so many seconds, and for so many no worker said that it lives."""
    if database.read(lambda connection: _waits(connection, waited) and not _anyone(connection, silent)):
        raise GraderError("Batches wait and no worker works on them: start `grader worker`, or the service anew.")


def _waits(connection: Connection, seconds: float) -> bool:
    since = to_text(utc_now() - timedelta(seconds=seconds))
    asked = select(exists().where(batches.c.state.in_(_WAITING), batches.c.changed <= since))
    return bool(connection.execute(asked).scalar())


def _anyone(connection: Connection, silent: float) -> bool:
    lately = seconds_now(connection) - silent
    return bool(
        connection.execute(select(exists().where(workers.c.buried.is_(False), workers.c.beat > lately))).scalar()
    )
