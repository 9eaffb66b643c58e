"""The port to what runs batches: where work waits, and who takes it."""

from typing import Protocol


class Queue(Protocol):
    """Runs batches, each once, wherever a worker is free."""

    def enqueue(self, batch_id: str) -> None:
        """Have a batch run; one that is there already is not run again."""

    def drop(self, batch_id: str) -> None:
        """Start nothing more of a batch."""

    def take_over(self, worker: str) -> None:
        """Give what a dead worker was running to the living."""

    def done(self, most: int) -> tuple[str, ...]:
        """Return at most so many batches of which nothing waits or runs any more."""

    def forget(self, batch_id: str) -> None:
        """Keep nothing more of a batch."""


class Engine(Protocol):
    """A queue with somebody who works it off."""

    def start(self) -> None:
        """Begin to work in the background."""

    def stop(self) -> None:
        """End soon; what was begun is for the next start, or for another worker."""
