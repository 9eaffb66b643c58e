"""One thread that writes, and commits what waits together: writers that contend would starve each other."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from concurrent.futures import TimeoutError as Late
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import BoundedSemaphore, Thread
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
        self._room = BoundedSemaphore(MOST_WAITING)
        self._thread = Thread(target=self._run, name="grader-writer", daemon=True)
        self._thread.start()

    def write(self, work: Callable[[Connection], T]) -> T:
        """Return what the work returns, once it is on the disk. Raises StorageBusy, StorageFull, or what it raised."""
        if not self._room.acquire(blocking=False):
            raise StorageBusy
        future: Future[T] = Future()
        try:
            self._jobs.put(_Job(work, future))
            return _waited(future)
        finally:
            self._room.release()

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
        try:
            return self._together(jobs)
        except StorageBusy as error:
            return [_Outcome(error=error)] * len(jobs)
        except Exception as error:  # whatever it is, the thread must go on
            return [_Outcome(error=error)] if len(jobs) == 1 else [self._outcomes([job])[0] for job in jobs]

    def _together(self, jobs: list[_Job]) -> list[_Outcome]:
        """One transaction. A fault of the database undoes all of it; an error of one job only that job's part."""
        if not jobs:
            return []
        with translated(), self._engine.begin() as connection:
            return [_attempt(connection, job) for job in jobs]


def _waited(future: "Future[T]") -> T:
    try:
        return future.result(timeout=BUSY_SECONDS)
    except Late:
        if future.cancel():  # not begun: it never will be
            raise StorageBusy from None
        return future.result()


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
