"""What judges said of rows, on both databases."""

from grader.batches import Place
from grader.grading import Wanted, utc_now
from grader.storage import Database, SqlStore

from .batching import kept_batch


def test_the_first_reply_stays_and_is_the_tenants_own(database: Database, tenant: str) -> None:
    store, batch = kept_batch(database, tenant, rows=2)
    _, foreign = kept_batch(database, f"{tenant}-b", rows=1)
    place, other = Place(batch.id, 0, "w"), Place(batch.id, 1, "w")
    for text in ("said", "said later"):
        store.write(lambda unit, text=text: unit.replies.put(place, "key", text))  # type: ignore[misc]
    assert store.read(lambda unit: unit.replies.get(other, "key")) == "said"
    assert store.read(lambda unit: unit.replies.get(other, "another")) is None
    assert store.read(lambda unit: unit.replies.get(Place(foreign.id, 0, "w"), "key")) is None


def test_a_row_that_is_erased_or_not_there_keeps_no_reply(database: Database, tenant: str) -> None:
    store, batch = kept_batch(database, tenant, rows=1)
    kept = SqlStore(database)
    place = Place(batch.id, 0, "w")
    store.write(lambda unit: unit.replies.put(place, "key", "said"))
    kept.write(lambda unit: unit.sent.forget(tenant, Wanted(before=utc_now().replace(year=9000)), 9))
    assert store.read(lambda unit: unit.replies.get(place, "key")) is None
    for gone in (place, Place(batch.id, 9, "w")):
        store.write(lambda unit, gone=gone: unit.replies.put(gone, "key", "said"))  # type: ignore[misc]
    assert store.read(lambda unit: unit.replies.get(place, "key")) is None
