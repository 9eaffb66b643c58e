"""A queue whose vendor is loaded when work begins: it takes half a second, and a service should be ready before."""

from collections.abc import Callable
from functools import cached_property

from .engine import StartedQueue


class LateQueue:
    """The queue that `make` returns, from the first time that anything is asked of it."""

    def __init__(self, make: Callable[[], StartedQueue]) -> None:
        self._make = make

    def start(self) -> None:
        """Begin to take work."""
        self._queue.start()

    def stop(self) -> None:
        """End soon."""
        self._queue.stop()

    def enqueue(self, batch_id: str) -> None:
        """Have a batch run; one that is there already is not run again."""
        self._queue.enqueue(batch_id)

    def drop(self, batch_id: str) -> None:
        """Start nothing more of a batch."""
        self._queue.drop(batch_id)

    def take_over(self, worker: str) -> None:
        """Give what a dead worker was running to the living."""
        self._queue.take_over(worker)

    def done(self, most: int) -> tuple[str, ...]:
        """Return at most so many batches of which nothing waits or runs any more."""
        return self._queue.done(most)

    def forget(self, batch_id: str) -> None:
        """Keep nothing more of a batch."""
        self._queue.forget(batch_id)

    @cached_property
    def _queue(self) -> StartedQueue:
        return self._make()
