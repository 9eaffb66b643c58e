"""Results in both databases: at most one a row."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from grader.batches import Result, Row
from grader.errors import BatchStopped
from grader.grading import utc_now
from grader.storage import Database

from .batching import kept_batch


def test_a_row_keeps_its_first_result(database: Database, tenant: str) -> None:
    store, batch = kept_batch(database, tenant, rows=1)
    store.write(lambda unit: unit.results.keep(batch, [Result(0, "graded", error="graded")]))
    store.write(lambda unit: unit.results.keep(batch, [Result(0, "failed", error="failed")]))
    assert store.read(lambda unit: unit.results.done(batch.id)) == {"graded": 1}
    assert store.read(lambda unit: unit.rows.page(batch.id, -1, 9))[0].error == "graded"


def test_workers_at_once_make_one_result_a_row(database: Database, tenant: str) -> None:
    store, batch = kept_batch(database, tenant, rows=50)

    def keep(start: int) -> None:
        store.write(lambda unit: unit.results.keep(batch, [Result(at, "graded") for at in range(start, 50)]))

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(keep, range(16)))
    assert store.read(lambda unit: unit.results.done(batch.id)) == {"graded": 50}


@pytest.mark.parametrize("state", ["queued", "finalizing", "completed", "cancelled", "expired", "failed"])
def test_a_batch_that_takes_no_results_refuses_them(database: Database, tenant: str, state: str) -> None:
    store, batch = kept_batch(database, tenant, rows=1, state=state)
    with pytest.raises(BatchStopped):
        store.write(lambda unit: unit.results.keep(batch, [Result(0, "graded")]))


def test_what_has_no_result_is_failed_in_the_end(database: Database, tenant: str) -> None:
    store, batch = kept_batch(database, tenant, rows=1500)
    store.write(lambda unit: unit.results.keep(batch, [Result(7, "graded")]))
    store.write(lambda unit: unit.results.fail_rest(batch, "why"))
    assert store.read(lambda unit: unit.results.done(batch.id)) == {"graded": 1, "failed": 1499}


def test_what_failed_in_the_end_stays_its_candidates(database: Database, tenant: str) -> None:
    store, batch = kept_batch(database, tenant)
    store.write(lambda unit: unit.rows.put(batch, [Row(0, "{}", "ada")]))
    store.write(lambda unit: unit.results.fail_rest(batch, "why"))
    assert [each.candidate for each in store.read(lambda unit: unit.boards.candidates(batch.id))] == ["ada"]


def test_the_queue_of_reviews_is_in_order(database: Database, tenant: str) -> None:
    store, batch = kept_batch(database, tenant, rows=5)
    found = [
        Result(0, "graded", swing=0.9),
        Result(1, "needs_review", swing=0.1),
        Result(2, "graded", swing=0.2, audit=True),
        Result(3, "needs_review", swing=0.5),
        Result(4, "failed"),
    ]
    store.write(lambda unit: unit.results.keep(batch, found))
    assert [row.number for row in store.read(lambda unit: unit.reviews.queue(batch.id, 9))] == [3, 1, 2]
    assert store.read(lambda unit: unit.reviews.queue(batch.id, 1)) == (found[3],)
    assert store.read(lambda unit: unit.reviews.queue(batch.id, 1, skip=2)) == (found[2],)
    assert store.read(lambda unit: unit.reviews.queue(batch.id, 1, skip=3)) == ()
    assert store.read(lambda unit: unit.reviews.waiting(batch.id)) == 3


def test_parts_come_candidate_by_candidate(database: Database, tenant: str) -> None:
    store, batch = kept_batch(database, tenant, rows=4)
    found = [Result(at, "graded", candidate=name, rubric="r", score=0.5) for at, name in enumerate("baab")]
    store.write(lambda unit: unit.results.keep(batch, found))
    parts = store.read(lambda unit: list(unit.reviews.parts(batch.id)))
    assert [part.candidate for part in parts] == ["a", "a", "b", "b"]


def test_results_are_not_taken_once_a_cancel_has_ended(database: Database, tenant: str) -> None:
    store, batch = kept_batch(database, tenant, rows=2)
    store.write(lambda unit: unit.lives.move(batch.id, "cancelling", utc_now()))
    store.write(lambda unit: unit.results.keep(batch, [Result(0, "graded")]))
    store.write(lambda unit: unit.lives.move(batch.id, "cancelled", utc_now()))
    with pytest.raises(BatchStopped):
        store.write(lambda unit: unit.results.keep(batch, [Result(1, "graded")]))
