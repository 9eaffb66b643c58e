"""Rows in both databases."""

import pytest

from grader.batches import Result, Row
from grader.errors import BatchStopped
from grader.grading import utc_now
from grader.storage import Database

from .batching import kept_batch


def test_a_row_that_is_there_stays_as_it_is(database: Database, tenant: str) -> None:
    store, batch = kept_batch(database, tenant, rows=2)
    store.write(lambda unit: unit.rows.put(batch, [Row(1, "other"), Row(2, "new")]))
    assert [row.document for row in store.read(lambda unit: unit.rows.page(batch.id, 0, 9))] == [
        '{"answer":"1"}',
        "new",
    ]
    assert store.read(lambda unit: unit.batches.get(tenant, batch.id)).total == 3


def test_only_rows_without_a_result_are_begun_with_and_only_within_the_range(database: Database, tenant: str) -> None:
    store, batch = kept_batch(database, tenant, rows=10)
    store.write(lambda unit: unit.results.keep(batch, [Result(4, "graded")]))
    begun = store.write(lambda unit: unit.rows.begin(batch, 3, 7, 99))
    assert [row.number for row in begun.rows] == [3, 5, 6]
    assert store.write(lambda unit: unit.rows.begin(batch, 4, 5, 99)).rows == ()


def test_tries_are_counted_by_the_first_row_until_it_has_a_result(database: Database, tenant: str) -> None:
    store, batch = kept_batch(database, tenant, rows=4)

    def tries(again: bool = False) -> tuple[int, int]:
        begun = store.write(lambda unit: unit.rows.begin(batch, 0, 4, 3, again=again))
        return begun.tries, len(begun.rows)

    assert [tries(), tries(again=True), tries(), tries()] == [(1, 3), (1, 3), (2, 3), (3, 1)]
    store.write(lambda unit: unit.results.keep(batch, [Result(0, "graded")]))
    assert [tries(), tries()] == [(1, 1), (2, 1)]


def test_nothing_is_begun_of_a_batch_that_was_stopped(database: Database, tenant: str) -> None:
    store, batch = kept_batch(database, tenant, rows=1)
    store.write(lambda unit: unit.lives.move(batch.id, "cancelling", utc_now()))
    with pytest.raises(BatchStopped):
        store.write(lambda unit: unit.rows.begin(batch, 0, 1, 1))


def test_pages_of_rows_have_what_came_of_them(database: Database, tenant: str) -> None:
    store, batch = kept_batch(database, tenant, rows=3)
    store.write(lambda unit: unit.results.keep(batch, [Result(1, "failed", error="why")]))
    found = store.read(lambda unit: unit.rows.page(batch.id, -1, 2))
    assert [(row.number, row.outcome, row.error) for row in found] == [(0, None, None), (1, "failed", "why")]
