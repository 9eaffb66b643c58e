"""The durable queue, on DBOS: the only file that knows it. In process on SQLite, spread over machines on PostgreSQL."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from dbos import DBOS, DBOSConfig, DBOSPortableJSONSerializer, SetWorkflowID

from grader.errors import StorageFault, WorkerLost
from grader.grading import utc_now

from .chunk import Leaving, Worker
from .lifecycle import begin, finish

T = TypeVar("T")
VERSION = "1"
"""Of the workflows: work of another version is left to the processes that have it. Not that of the program."""
BATCHES, CHUNKS = "batches", "chunks"
POLL_SECONDS = 0.2
WIDTH = 4
"""Chunks that one worker has under way; without a limit the first worker takes them all."""
MOST_STARTS = 1_000_000
"""Tries are counted a row, by what was kept: a chunk that gets on may be begun as often as it likes."""
SECONDS_TO_STOP = 5
WAIT = 1.0
ACTIVE = ("ENQUEUED", "PENDING")
ENDED = ("SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED")
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Chunk:
    """A range of a batch's rows."""

    batch: str
    low: int
    high: int

    @property
    def id(self) -> str:
        """Its workflow's name: enqueued again, it is the same one."""
        return f"{self.batch}:{self.low}"


class DbosQueue:
    """Batches and chunks as workflows. A process has one; it starts once."""

    def __init__(self, url: str, worker: Worker) -> None:
        """Make one that keeps its own tables at an address: SQLite or PostgreSQL, there in the schema `dbos`."""
        self._url, self._worker = url, worker
        self._known: set[str] = set()

    def start(self) -> None:
        """Begin to take work, first that which this worker's last process had begun."""
        _quiet()
        _current.append(self._worker)
        config: DBOSConfig = {
            "name": "grader",
            "system_database_url": self._url,
            "application_version": VERSION,
            "executor_id": self._worker.id,
            "serializer": DBOSPortableJSONSerializer(),
            "enable_otlp": False,
            "log_level": "CRITICAL",
            "use_listen_notify": False,
            "sys_db_idle_transaction_timeout_sec": 5.0,
        }
        DBOS(config=config)
        DBOS.workflow(name="batch", max_recovery_attempts=MOST_STARTS)(_batch)
        DBOS.workflow(name="chunk", max_recovery_attempts=MOST_STARTS)(_chunk)
        DBOS.launch()
        for queue, width in ((BATCHES, WIDTH), (CHUNKS, WIDTH)):
            DBOS.register_queue(queue, worker_concurrency=width, polling_interval_sec=POLL_SECONDS)

    def enqueue(self, batch_id: str) -> None:
        """Have a batch run; one that is there already is not run again. Raises StorageFault."""
        if batch_id not in self._known:
            with SetWorkflowID(batch_id):
                _translated(lambda: DBOS.enqueue_workflow(BATCHES, _batch, batch_id))
            self._known.add(batch_id)

    def drop(self, batch_id: str) -> None:
        """Start nothing more of a batch. Raises StorageFault."""
        if waiting := _translated(lambda: _active(batch_id, None)):
            _translated(lambda: DBOS.cancel_workflows(waiting))

    def take_over(self, worker: str) -> None:
        """Give what a dead worker was running to the living. Raises StorageFault."""
        _translated(lambda: DBOS._recover_pending_workflows([worker]))

    def done(self, most: int) -> tuple[str, ...]:
        """Return at most so many batches of which nothing waits or runs any more. Raises StorageFault."""
        found = _translated(lambda: _workflows(ENDED, name="batch", limit=most))
        return tuple(name for name in found if not _translated(lambda name=name: _active(name, 1)))  # type: ignore[misc]

    def forget(self, batch_id: str) -> None:
        """Keep nothing more of a batch: its chunks go first, so that one that breaks off is begun again."""
        while chunks := _translated(lambda: _workflows(ENDED, workflow_id_prefix=f"{batch_id}:", limit=AT_ONCE)):
            _translated(lambda: DBOS.delete_workflows(chunks))
        _translated(lambda: DBOS.delete_workflows([batch_id]))
        self._known.discard(batch_id)

    def stop(self) -> None:
        """End soon. What is under way stays begun, for the next start or for another worker."""
        self._worker.leaving.set()
        DBOS.destroy(workflow_completion_timeout_sec=SECONDS_TO_STOP)
        _current.clear()


_current: list[Worker] = []


def _batch(batch_id: str) -> None:
    """Have every chunk of a batch graded, and finish it when all have ended, however they did."""
    worker = _current[0]
    batch = _patiently(lambda: begin(worker.store, batch_id, utc_now()))
    if batch is not None:
        chunks = [Chunk(batch_id, low, low + batch.chunk) for low in range(0, batch.total, batch.chunk)]
        for chunk in chunks:
            with SetWorkflowID(chunk.id):
                DBOS.enqueue_workflow(CHUNKS, _chunk, chunk.batch, chunk.low, chunk.high)
        DBOS.run_step({"name": "wait"}, _wait, batch_id)
        _patiently(lambda: finish(worker.store, batch_id, utc_now()))


def _wait(batch_id: str) -> None:
    """Wait until no chunk of a batch waits or runs."""
    while _active(f"{batch_id}:", 1):
        if _current[0].leaving.wait(POLL_SECONDS):
            raise Leaving


def _active(prefix: str, most: int | None) -> list[str]:
    return _workflows(ACTIVE, workflow_id_prefix=prefix, limit=most)


def _workflows(status: tuple[str, ...], **chosen: Any) -> list[str]:
    found = DBOS.list_workflows(status=list(status), load_input=False, load_output=False, **chosen)
    return [workflow.workflow_id for workflow in found]


def _chunk(batch_id: str, low: int, high: int) -> None:
    DBOS.run_step({"name": "grade"}, _grade, batch_id, low, high)


def _grade(batch_id: str, low: int, high: int) -> None:
    """A worker that was taken for dead leaves no outcome: it is whoever took over who has one."""
    try:
        _current[0].grade_range(batch_id, low, high)
    except WorkerLost:
        raise Leaving from None


def _patiently(work: Callable[[], T]) -> T:
    """Try until the storage is back; the workflow stays begun meanwhile."""
    while True:
        try:
            return work()
        except StorageFault:
            if _current and _current[0].leaving.wait(WAIT):
                raise Leaving from None


def _translated(work: Callable[[], T]) -> T:
    """Whatever the vendor's database raises is the storage's fault, to be tried again; its message may hold values."""
    try:
        return work()
    except Exception as error:
        raise StorageFault(f"The queue failed ({type(error).__name__}).") from None


def _quiet() -> None:
    """The vendor's own log goes to standard error and may hold arguments."""
    logger = logging.getLogger("dbos")
    logger.setLevel(logging.CRITICAL)
    logger.propagate = False
