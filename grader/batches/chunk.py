"""Grade a range of a batch, slice by slice: no row that has a result again, none that nobody survives for ever."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event
from typing import TypeVar

from grader.errors import BatchStopped, StorageFault, WorkerLost
from grader.grading import utc_now

from .batch import Batch
from .cores import ChildLost, Matching
from .item import Made, failed
from .judged import Judged
from .keep import Hashes, bases, keep
from .repository import BatchStore, BatchUnit, Try

T = TypeVar("T")
SLICE, SLICE_JUDGED = 250, 32
MOST_TRIES = 5
SET_ASIDE = "The row was set aside: its worker ended five times while grading it."
NO_JUDGE = "The batch asks for a judge, and this worker has none: set GRADER_JUDGE_MODELS for it."
FIRST_WAIT, LONGEST_WAIT = 0.5, 5.0


class Leaving(BaseException):
    """This process ends: what it has begun is for the next one. Nobody may take this for an outcome."""


@dataclass(frozen=True, slots=True)
class Worker:
    """Who grades, with what; `leaving` is set when the process is about to end."""

    id: str
    store: BatchStore
    matching: Matching
    judged: Judged | None
    leaving: Event
    known: set[Hashes] = field(default_factory=set)

    def grade_range(self, batch_id: str, low: int, high: int) -> None:
        """Give every row of a range a result, or stop when the batch does. Raises WorkerLost, Leaving.

        While the storage fails, it waits and tries again: a full disk or a locked file fails no row.
        """
        batch = self._patiently(lambda: self.store.read(lambda unit: unit.lives.find(batch_id)))
        done: list[Made] | None = None
        while batch is not None:
            begun = self._begin(batch, done, low, high)
            if not begun.rows:
                return
            done = self._graded(batch, begun)
            if done == []:
                self._pause(FIRST_WAIT)

    def _begin(self, batch: Batch, done: list[Made] | None, low: int, high: int) -> Try:
        """Keep results and begin with the next rows; nothing more of a batch that was stopped."""
        try:
            return self._patiently(lambda: self._exchange(batch, done, low, high))
        except BatchStopped:
            if done:
                self._patiently(lambda: self.store.write(lambda unit: self._keep(unit, batch, done)))
            return Try((), 0)

    def _exchange(self, batch: Batch, done: list[Made] | None, low: int, high: int) -> Try:
        """One transaction. Without results of ours, whoever had these rows before did not come back from them."""
        most = SLICE if batch.order.judge == "never" else SLICE_JUDGED

        def work(unit: BatchUnit) -> Try:
            self._keep(unit, batch, done or [])
            return unit.rows.begin(batch, low, high, most, again=done is not None)

        begun = self.store.write(work)
        self.known.update(bases(batch, done or ()))
        return begun

    def _keep(self, unit: BatchUnit, batch: Batch, done: list[Made]) -> None:
        if not unit.workers.holds(self.id):
            raise WorkerLost
        if done:
            keep(unit, batch, done, utc_now(), self.known)

    def _graded(self, batch: Batch, begun: Try) -> list[Made] | None:
        """The results of rows, or None if a child of ours did not come back from them."""
        if self.leaving.is_set():
            raise Leaving
        if begun.tries > MOST_TRIES:
            return [failed(begun.rows[0], SET_ASIDE)]
        if batch.order.judge == "never":
            return self._matched(batch, begun)
        if self.judged is None:
            return [failed(row, NO_JUDGE) for row in begun.rows]
        return self.judged.grade(batch, begun.rows)

    def _matched(self, batch: Batch, begun: Try) -> list[Made] | None:
        try:
            return self.matching.grade(batch, begun.rows)
        except ChildLost:
            return None

    def _patiently(self, work: Callable[[], T]) -> T:
        wait = FIRST_WAIT
        while True:
            try:
                return work()
            except StorageFault:
                self._pause(wait)
                wait = min(2 * wait, LONGEST_WAIT)

    def _pause(self, seconds: float) -> None:
        if self.leaving.wait(seconds):
            raise Leaving
