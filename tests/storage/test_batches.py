"""Batches in both databases."""

import pytest

from grader.batches import Result
from grader.errors import BatchStopped, UnknownBatch
from grader.grading import utc_now
from grader.storage import Database

from .batching import kept_batch


def test_a_batch_is_read_as_it_was_kept_by_its_tenant_only(database: Database, tenant: str) -> None:
    store, batch = kept_batch(database, tenant, rows=3)
    assert batch.total == 3
    with pytest.raises(UnknownBatch):
        store.read(lambda unit: unit.batches.get("other", batch.id))


def test_a_move_that_the_state_does_not_allow_changes_nothing(database: Database, tenant: str) -> None:
    store, batch = kept_batch(database, tenant)
    assert not store.write(lambda unit: unit.lives.move(batch.id, "completed", utc_now()))
    assert store.write(lambda unit: unit.lives.move(batch.id, "cancelling", utc_now()))
    assert not store.write(lambda unit: unit.lives.move(batch.id, "cancelling", utc_now()))
    assert not store.write(lambda unit: unit.lives.move(batch.id, "running", utc_now()))
    assert store.read(lambda unit: unit.batches.get(tenant, batch.id)).state == "cancelling"


def test_pages_begin_after_a_batch_of_the_same_tenant(database: Database, tenant: str) -> None:
    store, first = kept_batch(database, tenant)
    _, second = kept_batch(database, tenant)
    assert [found.id for found in store.read(lambda unit: unit.batches.page(tenant, None, 9))] == [second.id, first.id]
    assert store.read(lambda unit: unit.batches.page(tenant, second.id, 9)) == (first,)
    assert store.read(lambda unit: unit.batches.page("other", second.id, 9)) == ()


def test_batches_are_found_by_their_states(database: Database, tenant: str) -> None:
    store, batch = kept_batch(database, tenant, state="validating")
    assert batch in store.read(lambda unit: unit.lives.of(("validating",)))
    assert batch not in store.read(lambda unit: unit.lives.of(("running", "queued")))


def test_a_hidden_batch_is_there_for_nobody_and_takes_nothing(database: Database, tenant: str) -> None:
    store, batch = kept_batch(database, tenant, rows=2)
    store.write(lambda unit: unit.lives.hide(batch.id, utc_now()))
    assert store.read(lambda unit: unit.lives.find(batch.id)) is None
    assert store.read(lambda unit: unit.batches.page(tenant, None, 9)) == ()
    assert batch.id in [each.id for each in store.read(lambda unit: unit.lives.hidden())]
    assert not store.write(lambda unit: unit.lives.move(batch.id, "cancelling", utc_now()))
    with pytest.raises(UnknownBatch):
        store.read(lambda unit: unit.batches.get(tenant, batch.id))
    with pytest.raises(BatchStopped):
        store.write(lambda unit: unit.results.keep(batch, [Result(0, "graded")]))
    with pytest.raises(BatchStopped):
        store.write(lambda unit: unit.rows.begin(batch, 0, 2, 2))


def test_a_batch_is_erased_some_rows_at_a_time(database: Database, tenant: str) -> None:
    store, batch = kept_batch(database, tenant, rows=5)
    store.write(lambda unit: unit.results.keep(batch, [Result(at, "graded", grade=f"g-{at}") for at in (0, 3)]))
    found = [store.write(lambda unit: unit.rows.erase(batch.id, 2)) for _ in range(4)]
    assert found == [("g-0",), ("g-3",), (), None]
    store.write(lambda unit: unit.lives.erase(batch.id))
    assert batch.id not in [each.id for each in store.read(lambda unit: unit.lives.hidden())]
