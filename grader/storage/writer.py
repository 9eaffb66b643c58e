"""One thread that writes, and commits what waits together: writers that contend would starve each other."""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as Late
from contextlib import suppress
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from grader.errors import StorageBusy

from .engine import BUSY_SECONDS, translated

T = TypeVar("T")
P = TypeVar("P")
Shared: TypeAlias = Callable[[Connection, Sequence[P]], Sequence[T]]
"""Work on what many asked for at once, which has a result for each."""

MOST_WAITING = 10_000
MOST_TOGETHER = 256


@dataclass(frozen=True, slots=True)
class _Job:
    """A part of some work; `waiter` is of an event loop that waits for it, where no thread does."""

    work: Shared[Any, Any]
    part: Any
    future: "Future[Any]"
    waiter: "asyncio.Future[Any] | None" = None


@dataclass(frozen=True, slots=True)
class _Outcome:
    value: Any = None
    error: Exception | None = None

    def tell(self, future: "Future[Any] | asyncio.Future[Any]") -> None:
        if future.done():  # nobody waits any more
            return
        if self.error is None:
            future.set_result(self.value)
        else:
            future.set_exception(self.error)


class Writer:
    """Runs work in transactions on one thread of its own; what is returned is durable.

    Work may be run again after a fault: it must do nothing but what its transaction undoes.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._thread = Thread(target=self._run, name="grader-writer", daemon=True)
        self._thread.start()

    def write(self, work: Callable[[Connection], T]) -> T:
        """Return what the work returns, once it is on the disk. Raises StorageBusy, StorageFull, or what it raised."""
        future = self._submit(_alone(work))
        try:
            return future.result(timeout=BUSY_SECONDS)
        except Late:
            _give_up(future)
            return future.result()

    async def write_soon(self, work: Callable[[Connection], T]) -> T:
        """Do as `write` does, while the event loop goes on."""
        return await self.write_together(_alone(work), None)

    async def write_together(self, work: Shared[P, T], part: P) -> T:
        """Do as `write_soon` does with a part of work; parts of equal work that wait are worked on at once."""
        loop = asyncio.get_running_loop()
        waiter: asyncio.Future[T] = loop.create_future()
        late = loop.call_later(BUSY_SECONDS, _give_up_waiting, self._submit(work, part, waiter), waiter)
        try:
            return await waiter
        finally:
            late.cancel()

    def write_aside(self, work: Callable[[Connection], object]) -> None:
        """Have work done when its turn comes, without waiting for it. Raises StorageBusy if too much waits."""
        self._submit(_alone(work))

    def alive(self) -> bool:
        """Return whether the thread is there to write."""
        return self._thread.is_alive()

    def waiting(self) -> int:
        """Return how many pieces of work wait for the thread."""
        return self._jobs.qsize()

    def close(self) -> None:
        """Finish what waits, then stop."""
        self._jobs.put(None)
        self._thread.join()

    def _submit(
        self, work: Shared[Any, T], part: object = None, waiter: "asyncio.Future[T] | None" = None
    ) -> "Future[T]":
        if self._jobs.qsize() >= MOST_WAITING:
            raise StorageBusy
        future: Future[T] = Future()
        self._jobs.put(_Job(work, part, future, waiter))
        return future

    def _run(self) -> None:
        while (first := self._jobs.get()) is not None:
            jobs = [first, *self._waiting()]
            running = [job for job in jobs if job.future.set_running_or_notify_cancel()]
            _tell(tuple(zip(running, self._outcomes(running), strict=True)))

    def _waiting(self) -> Iterator[_Job]:
        for _ in range(MOST_TOGETHER - 1):
            try:
                job = self._jobs.get_nowait()
            except Empty:
                return
            if job is None:
                self._jobs.put(None)
                return
            yield job

    def _outcomes(self, jobs: list[_Job]) -> list[_Outcome]:
        """All jobs in one transaction; if one of them fails, each undone by itself; at the worst each alone."""
        for together in (self._plainly, self._in_parts):
            try:
                return together(jobs)
            except StorageBusy as error:
                return [_Outcome(error=error)] * len(jobs)
            except Exception as error:  # whatever it is, the thread must go on
                if len(jobs) == 1:
                    return [_Outcome(error=error)]
        return [self._outcomes([job])[0] for job in jobs]

    def _plainly(self, jobs: list[_Job]) -> list[_Outcome]:
        with translated(), self._engine.begin() as connection:
            return [
                _Outcome(value)
                for work, some in groupby(jobs, attrgetter("work"))
                for value in _results(connection, work, [job.part for job in some])
            ]

    def _in_parts(self, jobs: list[_Job]) -> list[_Outcome]:
        with translated(), self._engine.begin() as connection:
            return [_attempt(connection, job) for job in jobs]


def _alone(work: Callable[[Connection], T]) -> Shared[None, T]:
    return lambda connection, _: (work(connection),)


def _results(connection: Connection, work: Shared[P, T], parts: Sequence[P]) -> Sequence[T]:
    """What work returns for its parts; one that forgets a part must not leave its waiter without an answer."""
    found = work(connection, parts)
    if len(found) != len(parts):
        raise RuntimeError("work returned too many results, or too few")
    return found


def _give_up(future: "Future[Any]") -> None:
    """Raise StorageBusy for what has not begun: it never will."""
    if future.cancel():
        raise StorageBusy


def _give_up_waiting(future: "Future[Any]", waiter: "asyncio.Future[Any]") -> None:
    if future.cancel() and not waiter.done():
        waiter.set_exception(StorageBusy())


def _tell(told: Iterable[tuple[_Job, _Outcome]]) -> None:
    """Tell each who waits; an event loop is woken once for all who wait in it, not once for each."""
    loops: dict[asyncio.AbstractEventLoop, list[tuple[asyncio.Future[Any], _Outcome]]] = {}
    for job, outcome in told:
        if job.waiter is None:
            outcome.tell(job.future)
        else:
            loops.setdefault(job.waiter.get_loop(), []).append((job.waiter, outcome))
    for loop, waiting in loops.items():
        with suppress(RuntimeError):  # it was closed meanwhile
            loop.call_soon_threadsafe(_tell_waiters, waiting)


def _tell_waiters(waiting: Iterable[tuple["asyncio.Future[Any]", _Outcome]]) -> None:
    for waiter, outcome in waiting:
        outcome.tell(waiter)


def _attempt(connection: Connection, job: _Job) -> _Outcome:
    part = connection.begin_nested()
    try:
        (value,) = _results(connection, job.work, [job.part])
    except DBAPIError:
        raise
    except Exception as error:
        part.rollback()
        return _Outcome(error=error)
    part.commit()
    return _Outcome(value)
