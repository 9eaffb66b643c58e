"""A function over items, in children."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import count, islice
from threading import Event, Thread

import pytest

from grader.batches.local import pool
from grader.batches.local.pool import AHEAD, in_order
from grader.errors import GraderError


def pid(_: int) -> int:
    return os.getpid()


def make_pid() -> Callable[[int], int]:
    return pid


def die(_: int) -> int:
    """End the process that should work, as the kernel does when memory runs out."""
    os._exit(1)


def make_die() -> Callable[[int], int]:
    return die


def make_double() -> Callable[[int], int]:
    return lambda item: item * 2


def test_what_is_made_comes_in_the_items_order() -> None:
    assert list(in_order(make_double(), make_double, range(50), 2)) == list(range(0, 100, 2))


@pytest.mark.parametrize(("processes", "items"), [(1, 5), (2, 1)])
def test_one_process_or_one_item_takes_no_child(processes: int, items: int) -> None:
    assert set(in_order(pid, make_pid, range(items), processes)) == {os.getpid()}


def test_several_processes_work_in_children_only() -> None:
    assert os.getpid() not in set(in_order(pid, make_pid, range(8), 2))


def test_beside_another_thread_children_begin_anew_and_never_as_copies() -> None:
    stop = Event()
    other = Thread(target=stop.wait)
    other.start()
    try:
        assert not pool._has_one_thread()
        assert list(in_order(make_double(), make_double, range(3), 2)) == [0, 2, 4]
    finally:
        stop.set()
        other.join()


def test_a_child_that_was_ended_is_told_and_not_waited_for() -> None:
    with pytest.raises(GraderError, match="--resume goes on"):
        list(in_order(die, make_die, range(3), 2))


@pytest.mark.parametrize("processes", [1, 2])
def test_only_a_few_items_are_taken_ahead(processes: int) -> None:
    taken = count()
    found = in_order(make_double(), make_double, taken, processes)
    assert len(list(islice(found, 3))) == 3
    assert next(taken) <= 2 * AHEAD + 3
    found.close()  # type: ignore[attr-defined]


ENDLESS = """
import os
from itertools import count
from tests.batches.local.test_pool import make_pid, pid
from grader.batches.local.pool import in_order
for found in in_order(pid, make_pid, count(), 2):
    print(found, flush=True)
"""


def test_children_end_with_a_parent_that_was_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", ENDLESS], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        children = {int(next(parent.stdout)) for _ in range(100)}
        parent.kill()
    for _ in range(500):
        if not any(map(_runs, children)):
            return
        time.sleep(0.02)
    pytest.fail("a child outlived its parent")


def _runs(child: int) -> bool:
    try:
        os.kill(child, 0)
    except ProcessLookupError:
        return False
    return True
