"""Rows of batches that have no grade, in both databases: erased for a candidate and by age."""

from datetime import timedelta

from grader.batches import Result, Row
from grader.grading import Wanted, utc_now
from grader.storage import Database, SqlStore

from .batching import kept_batch


def test_rows_of_a_candidate_are_erased_whatever_became_of_them(
    database: Database, store: SqlStore, tenant: str
) -> None:
    batches, batch = kept_batch(database, tenant)
    rows = [Row(at, f'{{"answer":"{at}"}}', "c" if at < 3 else "d") for at in range(4)]
    batches.write(lambda unit: unit.rows.put(batch, rows))
    found = [Result(0, "failed", error="why"), Result(1, "graded", grade="grd_1")]
    batches.write(lambda unit: unit.results.keep(batch, found))
    wanted = Wanted(candidate="c")
    assert store.write(lambda unit: unit.sent.forget(tenant + "x", wanted, 9)) == ()
    assert store.write(lambda unit: unit.sent.forget(tenant, wanted, 1)) == (batch.id,)
    assert store.write(lambda unit: unit.sent.forget(tenant, wanted, 9)) == (batch.id,)
    assert store.write(lambda unit: unit.sent.forget(tenant, wanted, 9)) == ()
    kept = batches.read(lambda unit: unit.rows.page(batch.id, -1, 9))
    gone = ('{"erased":true}', "failed")
    assert [(row.document, row.outcome) for row in kept] == [
        gone, ('{"answer":"1"}', "graded"), gone, ('{"answer":"3"}', None)
    ]  # fmt: skip


def test_rows_of_old_batches_are_erased(database: Database, store: SqlStore, tenant: str) -> None:
    batches, batch = kept_batch(database, tenant, rows=2)
    old, now = Wanted(before=utc_now() - timedelta(days=1)), Wanted(before=utc_now() + timedelta(days=1))
    assert store.write(lambda unit: unit.sent.forget(tenant, old, 9)) == ()
    assert store.write(lambda unit: unit.sent.forget(tenant, now, 9)) == (batch.id,) * 2
    assert batches.read(lambda unit: unit.results.done(batch.id)) == {"failed": 2}


def test_nothing_is_erased_for_no_wish(database: Database, store: SqlStore, tenant: str) -> None:
    kept_batch(database, tenant, rows=2)
    assert store.write(lambda unit: unit.sent.forget(tenant, Wanted(), 9)) == ()


def test_a_file_that_is_read_in_is_known(database: Database, store: SqlStore, tenant: str) -> None:
    kept_batch(database, tenant, state="running")
    assert not store.read(lambda unit: unit.sent.coming(tenant))
    _, batch = kept_batch(database, tenant, state="validating")
    assert store.read(lambda unit: unit.sent.coming(tenant)) == {batch.id}
    assert not store.read(lambda unit: unit.sent.coming("another"))
