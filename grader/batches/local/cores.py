"""Grades answers on several cores, in order, with only a few chunks under way at a time."""

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice

from grader.batches.files import Answer
from grader.errors import GraderError
from grader.grading import Grading

from .outcome import Outcome
from .work import Work

CHUNK = 64
AHEAD = 3
"""Chunks under way for each process: one at work, the others so that it never waits."""

BROKEN = "A process that grades was ended, maybe for want of memory. --resume goes on; --processes 1 takes the least."

_work: Work | None = None


def in_chunks(answers: Iterable[Answer], size: int = CHUNK) -> Iterator[list[Answer]]:
    """Yield answers in lists of a size."""
    stream = iter(answers)
    while chunk := list(islice(stream, size)):
        yield chunk


def graded(answers: Iterable[Answer], make: Callable[[], Grading], processes: int) -> Iterator[Outcome]:
    """Yield what came of each answer, in order; `make`, a function that can be imported, returns what grades.

    With one process, or fewer answers than fill two chunks, this very process grades.
    """
    chunks = in_chunks(answers)
    first = list(islice(chunks, 2))
    if processes < 2 or len(first) < 2:
        work = Work(make())
        for chunk in chain(first, chunks):
            yield from work.chunk(chunk)
        return
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=spawn, initializer=_start, initargs=(make,)) as pool:
        try:
            yield from _ordered(pool, (*first,), chunks, AHEAD * processes)
        except BrokenProcessPool as cause:
            raise GraderError(BROKEN) from cause
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _ordered(
    pool: ProcessPoolExecutor, first: tuple[list[Answer], ...], chunks: Iterator[list[Answer]], ahead: int
) -> Iterator[Outcome]:
    waiting: deque[Future[list[Outcome]]] = deque(pool.submit(_chunk, chunk) for chunk in first)
    for chunk in chunks:
        waiting.append(pool.submit(_chunk, chunk))
        if len(waiting) >= ahead:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def _start(make: Callable[[], Grading]) -> None:
    """A process that is interrupted from the keyboard finishes its chunk: its parent decides."""
    global _work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _work = Work(make())


def _chunk(answers: list[Answer]) -> list[Outcome]:
    assert _work is not None
    return _work.chunk(answers)
