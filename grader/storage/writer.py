"""One thread that writes, and commits what waits together: writers that contend would starve each other."""

from asyncio import wait, wrap_future
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from concurrent.futures import TimeoutError as Late
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from grader.errors import StorageBusy

from .engine import BUSY_SECONDS, translated

T = TypeVar("T")
MOST_WAITING = 10_000
MOST_TOGETHER = 256


@dataclass(frozen=True, slots=True)
class _Job:
    work: Callable[[Connection], Any]
    future: "Future[Any]"


@dataclass(frozen=True, slots=True)
class _Outcome:
    value: Any = None
    error: Exception | None = None

    def tell(self, future: "Future[Any]") -> None:
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
        future = self._submit(work)
        try:
            return future.result(timeout=BUSY_SECONDS)
        except Late:
            _give_up(future)
            return future.result()

    async def write_soon(self, work: Callable[[Connection], T]) -> T:
        """Do as `write` does, while the event loop goes on."""
        future = self._submit(work)
        awaited = wrap_future(future)
        done, _ = await wait((awaited,), timeout=BUSY_SECONDS)
        if not done:
            _give_up(future)
        return await awaited

    def write_aside(self, work: Callable[[Connection], object]) -> None:
        """Have work done when its turn comes, without waiting for it. Raises StorageBusy if too much waits."""
        self._submit(work)

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

    def _submit(self, work: Callable[[Connection], T]) -> "Future[T]":
        if self._jobs.qsize() >= MOST_WAITING:
            raise StorageBusy
        future: Future[T] = Future()
        self._jobs.put(_Job(work, future))
        return future

    def _run(self) -> None:
        while (first := self._jobs.get()) is not None:
            jobs = [first, *self._waiting()]
            running = [job for job in jobs if job.future.set_running_or_notify_cancel()]
            for job, outcome in zip(running, self._outcomes(running), strict=True):
                outcome.tell(job.future)

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
            return [_Outcome(job.work(connection)) for job in jobs]

    def _in_parts(self, jobs: list[_Job]) -> list[_Outcome]:
        with translated(), self._engine.begin() as connection:
            return [_attempt(connection, job) for job in jobs]


def _give_up(future: "Future[Any]") -> None:
    """Raise StorageBusy for what has not begun: it never will."""
    if future.cancel():
        raise StorageBusy


def _attempt(connection: Connection, job: _Job) -> _Outcome:
    part = connection.begin_nested()
    try:
        value = job.work(connection)
    except DBAPIError:
        raise
    except Exception as error:
        part.rollback()
        return _Outcome(error=error)
    part.commit()
    return _Outcome(value)
