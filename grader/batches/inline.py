"""An engine that runs batches in this process, one after the other: for tests and small things. It is not durable."""

from grader.grading import utc_now

from .chunk import Worker
from .keeper import Keeper
from .lifecycle import begin, finish


class InlineQueue:
    """Runs a batch as soon as it is enqueued."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    def enqueue(self, batch_id: str) -> None:
        """Run a batch to its end."""
        batch = begin(self._worker.store, batch_id, utc_now())
        if batch is not None:
            for low in range(0, batch.total, batch.chunk):
                self._worker.grade_range(batch_id, low, low + batch.chunk)
            finish(self._worker.store, batch_id, utc_now())

    def drop(self, batch_id: str) -> None:
        """Nothing waits here."""

    def take_over(self, worker: str) -> None:
        """Nobody else works here."""

    def done(self, most: int) -> tuple[str, ...]:
        """Nothing is kept here."""
        return ()

    def forget(self, batch_id: str) -> None:
        """Nothing is kept here."""


class InlineEngine:
    """Works off what there is when it is told to."""

    def __init__(self, keeper: Keeper, worker: Worker) -> None:
        self._keeper, self._worker = keeper, worker

    def start(self) -> None:
        """Take part, so that results are kept."""
        self._worker.store.write(lambda unit: unit.workers.join(self._worker.id))

    def run(self) -> None:
        """Do all that is to be done now."""
        self._keeper.tick()

    def stop(self) -> None:
        """Let go of what it grades with."""
        self._worker.matching.close()
        if self._worker.judged is not None:
            self._worker.judged.close()
