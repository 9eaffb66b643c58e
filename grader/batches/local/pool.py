"""Runs a function over items in children, in order, with only a few items under way at a time."""

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from pathlib import Path
from typing import Any, TypeVar

from grader.batches.children import begin_child
from grader.errors import GraderError

AHEAD = 3
"""Items under way for each process: one at work, the others so that it never waits."""

BROKEN = "A process that grades was ended, maybe for want of memory. --resume goes on; --processes 1 takes the least."

Item = TypeVar("Item")
Made = TypeVar("Made")

_work: Callable[[Any], Any] | None = None


def in_order(
    here: Callable[[Item], Made],
    make: Callable[[], Callable[[Item], Made]],
    items: Iterable[Item],
    processes: int,
) -> Iterator[Made]:
    """Yield what `here` makes of each item, in order. Raises GraderError if a child is ended.

    `make`, which can be imported, returns the same function in a child that cannot be a copy of this process. With one
    process, or fewer than two items, this very process does the work.
    """
    stream = iter(items)
    first = list(islice(stream, 2))
    if processes < 2 or len(first) < 2:
        yield from map(here, chain(first, stream))
        return
    with _pool(here, make, processes) as pool:
        try:
            yield from _ordered(pool, first, stream, AHEAD * processes)
        except BrokenProcessPool as cause:
            raise GraderError(BROKEN) from cause
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _pool(here: Callable[[Any], Any], make: Callable[[], Callable[[Any], Any]], processes: int) -> ProcessPoolExecutor:
    """A copy of this process has all that it has loaded and compiled; a new one takes a second to get there."""
    method = "fork" if _has_one_thread() else "spawn"
    given = (lambda: here) if method == "fork" else make
    context = multiprocessing.get_context(method)
    return ProcessPoolExecutor(processes, mp_context=context, initializer=_begin, initargs=(given,))


def _has_one_thread() -> bool:
    """Where several threads run, one may hold a lock that its copy would wait for."""
    threads = Path("/proc/self/task")
    return threads.is_dir() and len(list(threads.iterdir())) == 1


def _ordered(pool: ProcessPoolExecutor, first: list[Any], items: Iterator[Any], ahead: int) -> Iterator[Any]:
    waiting: deque[Future[Any]] = deque()
    for item in chain(first, items):
        waiting.append(pool.submit(_run, item))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _begin(give: Callable[[], Callable[[Any], Any]]) -> None:
    global _work
    begin_child()
    _work = give()


def _run(item: object) -> object:
    assert _work is not None
    return _work(item)
