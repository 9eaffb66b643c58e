"""Grade rows with the matcher on all cores: children that a row can kill without killing this process."""

from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import get_context
from threading import Lock
from typing import Protocol

from grader.errors import GraderError
from grader.grading import Grading

from .batch import Batch
from .children import begin_child
from .files import Questions
from .item import Made, Row, failed, grade_id, graded, request_of

Shelves = Callable[[str], Grading]
"""Gives the grading of a tenant, with its own rubrics."""


class ChildLost(Exception):
    """A child ended while it graded rows."""


class Matching(Protocol):
    """Grades rows with the matcher."""

    def grade(self, batch: Batch, rows: Sequence[Row]) -> list[Made]:
        """Return what is made of each row. Raises ChildLost if a row is deadly."""

    def close(self) -> None:
        """Let go of what it holds."""


@dataclass(frozen=True, slots=True)
class Here:
    """Grades rows in this very process."""

    shelves: Shelves

    def grade(self, batch: Batch, rows: Sequence[Row]) -> list[Made]:
        """Return what is made of each row."""
        return grade_rows(self.shelves, batch, rows)

    def close(self) -> None:
        """There is nothing to let go of."""


class Cores:
    """Grades rows in children, one a core; `make` is called in each child, so it must be picklable."""

    def __init__(self, make: Callable[[], Shelves], number: int) -> None:
        self._make, self._number = make, number
        self._pool: ProcessPoolExecutor | None = None
        self._lock = Lock()

    def grade(self, batch: Batch, rows: Sequence[Row]) -> list[Made]:
        """Return what is made of each row. Raises ChildLost."""
        pool = self._current()
        try:
            return pool.submit(_grade, batch, tuple(rows)).result()
        except BrokenExecutor:
            self._drop(pool)
            raise ChildLost from None

    def close(self) -> None:
        """End the children."""
        with self._lock:
            if self._pool is not None:
                self._pool.shutdown(wait=True, cancel_futures=True)
                self._pool = None

    def _current(self) -> ProcessPoolExecutor:
        with self._lock:
            if self._pool is None:
                self._pool = ProcessPoolExecutor(
                    self._number, mp_context=get_context("spawn"), initializer=_begin, initargs=(self._make,)
                )
            return self._pool

    def _drop(self, pool: ProcessPoolExecutor) -> None:
        with self._lock:
            if self._pool is pool:
                self._pool = None
        pool.shutdown(wait=False, cancel_futures=True)


def grade_rows(shelves: Shelves, batch: Batch, rows: Sequence[Row]) -> list[Made]:
    """Return what is made of each row: one that cannot be graded fails alone."""
    grading = shelves(batch.tenant)
    questions = questions_of(grading, batch.id)
    return [grade_row(grading, questions, batch, row) for row in rows]


def grade_row(grading: Grading, questions: Questions, batch: Batch, row: Row) -> Made:
    """Return what the matcher makes of one row."""
    try:
        request = request_of(row.document, batch.order.rubric, questions)
        grade = grading.grade(request, grade_id=grade_id(batch.id, row.number))
        return graded(batch.id, row.number, grade, request.answer, grading.basis(grade))
    except GraderError as error:
        return failed(row, error)


@lru_cache(16)
def questions_of(grading: Grading, batch: str) -> Questions:
    """Return the questions of a tenant's rubrics as they are when a batch is begun here."""
    return Questions((known.id, known.question) for known in grading.listing())


_child: list[Shelves] = []


def _begin(make: Callable[[], Shelves]) -> None:
    begin_child()
    _child.append(make())


def _grade(batch: Batch, rows: tuple[Row, ...]) -> list[Made]:
    return grade_rows(_child[0], batch, rows)
