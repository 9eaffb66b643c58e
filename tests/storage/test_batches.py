"""Batches in both databases."""

import pytest

from grader.errors import UnknownBatch
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


def test_an_erased_batch_leaves_no_row(database: Database, tenant: str) -> None:
    store, batch = kept_batch(database, tenant, rows=2)
    store.write(lambda unit: unit.lives.erase(batch.id))
    assert store.read(lambda unit: unit.lives.find(batch.id)) is None
    assert store.read(lambda unit: unit.rows.page(batch.id, -1, 9)) == ()
