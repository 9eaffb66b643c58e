"""Children that grade."""

import os
from functools import partial

import pytest

from grader.batches import Batch, Cores, Order, Row, Shelves
from grader.batches.cores import ChildLost, grade_rows
from grader.grading import Grading, utc_now

from .making import GOOD, RUBRIC, shelves

NOW = utc_now()
BATCH = Batch("bat_a", "default", "running", Order(rubric=RUBRIC), NOW, "me", NOW, NOW, "spl", "sha256:")
ROWS = [Row(number, '{"answer": "' + GOOD + '"}') for number in range(3)]


def deadly(tenant: str) -> Grading:
    os._exit(9)


def making(found: Shelves) -> Shelves:
    return found


@pytest.mark.long
def test_children_grade_as_this_process_does() -> None:
    cores = Cores(partial(making, shelves), 2)
    try:
        assert cores.grade(BATCH, ROWS) == grade_rows(shelves, BATCH, ROWS)
    finally:
        cores.close()


@pytest.mark.long
def test_a_child_that_dies_is_told_and_the_next_one_works() -> None:
    cores = Cores(partial(making, deadly), 1)
    for _ in range(2):
        with pytest.raises(ChildLost):
            cores.grade(BATCH, ROWS)
    cores.close()


def test_a_row_of_an_unknown_rubric_fails_alone() -> None:
    found = grade_rows(shelves, BATCH, [ROWS[0], Row(1, '{"rubric": "none/such", "answer": "a"}'), ROWS[2]])
    assert [made.result.outcome == "failed" for made in found] == [False, True, False]
