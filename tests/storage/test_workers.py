"""Who is alive, on both databases' clocks."""

from secrets import token_hex

import pytest

from grader.batches import Call, Place
from grader.errors import BatchStopped
from grader.grading import utc_now
from grader.storage import Database, SqlBatchStore

from .batching import kept_batch


@pytest.fixture
def store(database: Database) -> SqlBatchStore:
    return SqlBatchStore(database)


def join(store: SqlBatchStore, name: str) -> None:
    store.write(lambda unit: unit.workers.join(name))


def test_a_worker_that_was_buried_cannot_come_back(store: SqlBatchStore) -> None:
    one, other = f"w-{token_hex(4)}", f"w-{token_hex(4)}"
    for name in (one, other):
        join(store, name)
    assert store.write(lambda unit: unit.workers.holds(one))
    assert one in store.write(lambda unit: unit.workers.bury(other, -1))
    assert not store.write(lambda unit: unit.workers.beat(one))
    assert not store.write(lambda unit: unit.workers.holds(one))
    store.write(lambda unit: unit.workers.forget(one))
    assert not store.write(lambda unit: unit.workers.beat(one))
    assert not store.write(lambda unit: unit.workers.holds(one))


def test_the_living_and_oneself_are_not_buried(store: SqlBatchStore) -> None:
    one, other = f"w-{token_hex(4)}", f"w-{token_hex(4)}"
    for name in (one, other):
        join(store, name)
    assert not {one, other} & set(store.write(lambda unit: unit.workers.bury(other, 10)))
    assert other not in store.write(lambda unit: unit.workers.bury(other, -1))


def test_the_dead_are_given_to_one_worker_only(store: SqlBatchStore) -> None:
    name = f"w-{token_hex(4)}"
    store.write(lambda unit: unit.workers.join(name))
    store.write(lambda unit: unit.workers.leave(name))
    assert name in store.write(lambda unit: unit.workers.bury("w-a", 10))
    assert name not in store.write(lambda unit: unit.workers.bury("w-b", 10))


def test_calls_are_logged_while_the_batch_runs(database: Database, tenant: str) -> None:
    store, batch = kept_batch(database, tenant, rows=1)
    call = Call(Place(batch.id, 0, "w-a"), "m", utc_now())
    store.write(lambda unit: unit.calls.add(call))
    store.write(lambda unit: unit.lives.move(batch.id, "cancelling", utc_now()))
    with pytest.raises(BatchStopped):
        store.write(lambda unit: unit.calls.add(call))
    assert store.read(lambda unit: unit.calls.count(batch.id)) == 1
