"""A database: reads apart, writes one after the other, both in transactions."""

from asyncio import to_thread
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection

from grader.errors import StorageFault

from .engine import copy_to, is_embedded, make_engine, scrub, translated
from .writer import P, Shared, Writer

T = TypeVar("T")


class Database:
    """Runs work on a connection: SQLite (a file) or PostgreSQL (a server), by the address."""

    def __init__(self, url: str) -> None:
        """Raises SettingsError for an address that cannot be used; connects only when there is work."""
        self.url = url
        self._writes = make_engine(url)
        self._reads = make_engine(url, writes=False)
        self._writer = Writer(self._writes) if self.embedded else None

    @property
    def embedded(self) -> bool:
        """Whether this is a file of ours and not a server."""
        return is_embedded(self._writes)

    def read(self, work: Callable[[Connection], T]) -> T:
        """Return what the work returns, from one state of the data. Raises StorageFault, or what the work raised."""
        with translated(), self._reads.connect() as connection:
            return work(connection)

    def write(self, work: Callable[[Connection], T]) -> T:
        """Return what the work returns, once it is durable; all of it or nothing. Raises as `read` does.

        The work may be run again after a fault: it must do nothing but what its transaction undoes.
        """
        if self._writer is not None:
            return self._writer.write(work)
        with translated(), self._writes.begin() as connection:
            return work(connection)

    async def write_soon(self, work: Callable[[Connection], T]) -> T:
        """Do as `write` does, while the event loop goes on; an embedded database needs no thread more for it."""
        if self._writer is not None:
            return await self._writer.write_soon(work)
        return await to_thread(self.write, work)

    async def write_together(self, work: Shared[P, T], part: P) -> T:
        """Do as `write_soon` does with a part of work; parts of equal work that wait may be worked on at once."""
        if self._writer is not None:
            return await self._writer.write_together(work, part)
        return (await to_thread(self.write, lambda connection: work(connection, [part])))[0]

    def write_aside(self, work: Callable[[Connection], object]) -> None:
        """Have work done for which nobody waits, and of which nobody is told if it cannot be done."""
        with suppress(StorageFault):
            if self._writer is not None:
                self._writer.write_aside(work)
            else:
                self.write(work)

    def alive(self) -> bool:
        """Return whether writing is possible as far as this process can tell without trying."""
        return self._writer is None or self._writer.alive()

    def scrub(self) -> None:
        """Leave no byte of deleted rows in the files of an embedded database. Raises StorageBusy; may be repeated."""
        scrub(self._writes)

    def copy_to(self, path: Path) -> None:
        """Write a copy of an embedded database to an empty file. Raises StorageFault."""
        copy_to(self._writes, path)

    def close(self) -> None:
        """Finish what waits and let go of the connections."""
        if self._writer is not None:
            self._writer.close()
        self._reads.dispose()
        self._writes.dispose()
