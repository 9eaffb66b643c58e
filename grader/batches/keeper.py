"""Keep batches going: read in what came, start what waits, end what is to end, take over from the dead."""

from datetime import datetime, timedelta
from time import monotonic

from grader.errors import StorageFault, WorkerLost
from grader.grading import utc_now

from .batch import Batch, State
from .intake import Intake
from .lifecycle import GRACE, end, erase, overdue
from .port import Queue
from .repository import BatchStore, BatchUnit
from .webhooks import Attempt, Deliverer, Delivery, Endpoint, after, due_in

SILENT_SECONDS = 10.0
TICK_SECONDS = 1.0
LEASE_SECONDS = 60.0
FORGET_SECONDS, MOST_FORGOTTEN = 60.0, 20
UNDONE = timedelta(minutes=10)
MOST_DELIVERIES = 32
OPEN: tuple[State, ...] = ("validating", "queued", "running", "finalizing", "cancelling")


class Keeper:
    """One round after the other; `intake` where uploads come in, `queue` where batches are run."""

    def __init__(
        self,
        store: BatchStore,
        worker: str,
        queue: Queue | None = None,
        intake: Intake | None = None,
        *,
        alone: bool = False,
    ) -> None:
        """Make one; `alone`: there can be no other worker, so nobody is ever buried."""
        self._store, self._worker, self._queue, self._intake = store, worker, queue, intake
        self._alone, self._trusts_silence_from, self._forgets_at = alone, 0.0, 0.0

    def needed(self) -> bool:
        """Return whether there is a batch that has not ended."""
        return bool(self._store.read(lambda unit: unit.lives.of(OPEN)))

    def tick(self) -> None:
        """Do one round. Raises WorkerLost if others took this worker for dead, StorageFault."""
        try:
            if self._queue is not None:
                self._live(self._queue)
                self.erase_hidden(utc_now())
                self._forget(self._queue)
            self._take_in()
            if self._queue is not None:
                self._move(self._queue)
        except StorageFault:
            # Who was silent while the storage was away may live: they get the time to say so.
            self._trusts_silence_from = monotonic() + SILENT_SECONDS
            raise

    def erase_hidden(self, now: datetime) -> None:
        """Erase what was to be deleted long enough ago: whoever was at it is gone. Raises StorageFault."""
        for batch in self._store.read(lambda unit: unit.lives.hidden()):
            if now - batch.changed >= UNDONE:
                erase(self._store, batch)
                self._store.scrub()

    def _forget(self, queue: Queue) -> None:
        """Have the queue forget, now and then, what has ended: it would grow for ever."""
        if monotonic() >= self._forgets_at:
            self._forgets_at = monotonic() + FORGET_SECONDS
            for batch_id in queue.done(MOST_FORGOTTEN):
                batch = self._store.read(lambda unit, name=batch_id: unit.lives.find(name))  # type: ignore[misc]
                if batch is None or batch.ended:
                    queue.forget(batch_id)

    def _live(self, queue: Queue) -> None:
        if not self._store.write(lambda unit: unit.workers.beat(self._worker)):
            raise WorkerLost
        if self._alone or monotonic() < self._trusts_silence_from:
            return
        for dead in self._store.write(lambda unit: unit.workers.bury(self._worker, SILENT_SECONDS)):
            queue.take_over(dead)
            self._store.write(lambda unit, dead=dead: unit.workers.forget(dead))  # type: ignore[misc]

    def _take_in(self) -> None:
        if self._intake is None:
            return
        for batch in self._store.read(lambda unit: unit.lives.of(("validating",))):
            if self._alone or self._intake.mine(batch):
                self._intake.take(batch)

    def _move(self, queue: Queue) -> None:
        now = utc_now()
        for batch in self._store.read(lambda unit: unit.lives.of(OPEN)):
            if overdue(batch, now):
                self._end(queue, batch, "expired")
            elif batch.state == "cancelling":
                queue.drop(batch.id)
                if now - batch.changed >= GRACE:
                    self._end(queue, batch, "cancelled")
            elif batch.state in ("queued", "running", "finalizing"):
                queue.enqueue(batch.id)

    def _end(self, queue: Queue, batch: Batch, state: State) -> None:
        queue.drop(batch.id)
        self._store.write(lambda unit: end(unit, batch.id, state, utc_now()))


class Postman:
    """Delivers what is due to webhooks."""

    def __init__(self, store: BatchStore, deliverer: Deliverer) -> None:
        self._store, self._deliverer = store, deliverer

    def tick(self) -> int:
        """Send what is due; return how much that was. Raises StorageFault."""
        work = self._store.write(_take)
        attempts = self._deliverer.send(work)
        for (_, delivery), attempt in zip(work, attempts, strict=True):
            self._settle(delivery, attempt)
        return len(work)

    def close(self) -> None:
        """Let go of the threads."""
        self._deliverer.close()

    def _settle(self, delivery: Delivery, attempt: Attempt) -> None:
        made = delivery.attempts + 1
        standing, wait = after(made, attempt), due_in(made, attempt)

        def work(unit: BatchUnit) -> None:
            unit.deliveries.settle(delivery, standing, attempt.status, wait)
            if attempt.status == 410:
                unit.webhooks.disable(delivery.webhook)

        self._store.write(work)


def _take(unit: BatchUnit) -> list[tuple[Endpoint, Delivery]]:
    pairs = []
    for delivery in unit.deliveries.take(MOST_DELIVERIES, LEASE_SECONDS):
        endpoint = unit.webhooks.find(delivery.webhook)
        if endpoint is None or endpoint.disabled:
            unit.deliveries.settle(delivery, "failed", None, 0.0)
        else:
            pairs.append((endpoint, delivery))
    return pairs
