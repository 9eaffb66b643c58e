"""Keep a writer busy while something else is tried."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

from sqlalchemy import Connection


@contextmanager
def held(write: Callable[[Callable[[Connection], None]], None]) -> Iterator[None]:
    """Hold a transaction of `write` open within the block."""
    begun, go = Event(), Event()

    def hold(_: Connection) -> None:
        begun.set()
        go.wait(30)

    holding = Thread(target=write, args=(hold,))
    holding.start()
    begun.wait(30)
    try:
        yield
    finally:
        go.set()
        holding.join()
