"""The durable engine: a queue, its worker, the keeper's rounds and the postman's, in this process."""

from collections.abc import Callable
from contextlib import suppress
from threading import Event
from typing import Protocol

from grader.errors import StorageFault

from .chunk import Worker
from .keeper import TICK_SECONDS, Keeper, Postman
from .port import Queue
from .rounds import Rounds


class StartedQueue(Queue, Protocol):
    """A queue that begins and ends."""

    def start(self) -> None:
        """Begin to take work."""

    def stop(self) -> None:
        """End soon."""


class DurableEngine:
    """Works batches off until it is stopped; `lock` returns whether it may, where only one process does.

    There it begins only once there is a batch: a service without any is not to pay for a queue. `ending` is set when
    it is to be stopped, `lost` if that is because others took its work over.
    """

    def __init__(
        self,
        worker: Worker,
        queue: StartedQueue,
        keeper: Keeper,
        postman: Postman,
        *,
        log: Callable[[str], None],
        bell: Event,
        lock: Callable[[], bool] | None = None,
    ) -> None:
        self._worker, self._queue, self._keeper, self._postman, self._lock = worker, queue, keeper, postman, lock
        self.lost, self.ending = Event(), Event()
        self._mine = self._started = False
        self._keeping = Rounds("grader-keeper", self._tick, TICK_SECONDS, lost=self._lose, log=log, bell=bell)
        self._post = Rounds("grader-postman", self._deliver, TICK_SECONDS, lost=self._lose, log=log)

    def start(self) -> None:
        """Begin to work in the background."""
        self._keeping.start()
        self._post.start()

    def stop(self) -> None:
        """End soon; what was begun is for the next start, or for another worker."""
        self._keeping.stop()
        self._post.stop()
        if self._started:
            self._queue.stop()
            self._leave()
        self._worker.matching.close()
        if self._worker.judged is not None:
            self._worker.judged.close()
        self._postman.close()

    def _leave(self) -> None:
        """If the storage is away, others find out by our silence."""
        if not self.lost.is_set():
            with suppress(StorageFault):
                self._worker.store.write(lambda unit: unit.workers.leave(self._worker.id))

    def _tick(self) -> None:
        self._mine = self._mine or self._lock is None or self._lock()
        if self._mine and not self._started and (self._lock is None or self._keeper.needed()):
            self._worker.store.write(lambda unit: unit.workers.join(self._worker.id))
            self._queue.start()
            self._started = True
        if self._started:
            self._keeper.tick()

    def _deliver(self) -> None:
        while self._mine and self._postman.tick():
            pass

    def _lose(self) -> None:
        self._worker.leaving.set()
        self.lost.set()
        self.ending.set()


class IntakeEngine:
    """Only reads in what was uploaded here; workers elsewhere do the rest."""

    def __init__(self, keeper: Keeper, bell: Event, log: Callable[[str], None]) -> None:
        self._rounds = Rounds("grader-intake", keeper.tick, TICK_SECONDS, lost=lambda: None, log=log, bell=bell)

    def start(self) -> None:
        """Begin to work in the background."""
        self._rounds.start()

    def stop(self) -> None:
        """End after what is under way."""
        self._rounds.stop()
