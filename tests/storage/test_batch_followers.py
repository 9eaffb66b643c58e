"""Results follow what people do about a grade, and are erased with it."""

from grader.batches import Result
from grader.storage import Database, SqlStore

from .batching import kept_batch
from .factories import add, change, make_confirmation, make_release, make_revision, make_stored

BEFORE = {"outcome": "needs_review", "swing": 0.4, "audit": True, "candidate": "c", "rubric": "r", "score": 0.1}


def test_a_result_says_what_the_grade_in_force_says(database: Database, store: SqlStore, tenant: str) -> None:
    kept = make_stored()
    add(store, tenant, kept)
    batches, batch = kept_batch(database, tenant, rows=2)
    found = [Result(0, **BEFORE, grade=kept.id), Result(1, **BEFORE, grade="grd_other")]  # type: ignore[arg-type]
    batches.write(lambda unit: unit.results.keep(batch, found))
    change(store, tenant, make_confirmation(kept.id, 2))
    queue = batches.read(lambda unit: unit.reviews.queue(batch.id, 9))
    assert queue == (found[1],)
    assert batches.read(lambda unit: unit.results.done(batch.id)) == {"graded": 1, "needs_review": 1}
    (part, _) = batches.read(lambda unit: tuple(unit.reviews.parts(batch.id)))
    machine = kept.machine
    assert (part.score, part.low, part.high) == (machine.score, machine.score_low, machine.score_high)


def test_a_release_changes_no_result_and_a_regrade_leaves_the_random_look(
    database: Database, store: SqlStore, tenant: str
) -> None:
    kept = make_stored()
    add(store, tenant, kept)
    batches, batch = kept_batch(database, tenant, rows=1)
    found = Result(0, **BEFORE, grade=kept.id)  # type: ignore[arg-type]
    batches.write(lambda unit: unit.results.keep(batch, [found]))
    change(store, tenant, make_release(kept.id, 2))
    assert batches.read(lambda unit: unit.reviews.queue(batch.id, 9)) == (found,)
    change(store, tenant, make_revision(kept.machine, 2, 3))
    (after,) = batches.read(lambda unit: unit.reviews.queue(batch.id, 9))
    assert (after.outcome, after.audit, after.score) == ("graded", True, kept.machine.score)


def test_another_tenants_grade_of_the_same_id_is_another_grade(
    database: Database, store: SqlStore, tenant: str
) -> None:
    kept = make_stored()
    add(store, f"{tenant}x", kept)
    batches, batch = kept_batch(database, tenant, rows=1)
    found = Result(0, **BEFORE, grade=kept.id)  # type: ignore[arg-type]
    batches.write(lambda unit: unit.results.keep(batch, [found]))
    change(store, f"{tenant}x", make_confirmation(kept.id, 2))
    store.write(lambda unit: unit.changes.erase(f"{tenant}x", (kept.id,)))
    assert batches.read(lambda unit: unit.reviews.queue(batch.id, 9)) == (found,)


def test_with_a_grade_its_row_is_erased(database: Database, store: SqlStore, tenant: str) -> None:
    kept = make_stored()
    add(store, tenant, kept)
    batches, batch = kept_batch(database, tenant, rows=2)
    batches.write(lambda unit: unit.results.keep(batch, [Result(1, **BEFORE, grade=kept.id)]))  # type: ignore[arg-type]
    store.write(lambda unit: unit.changes.erase(tenant, (kept.id,)))
    first, second = batches.read(lambda unit: unit.rows.page(batch.id, -1, 9))
    assert (first.document, second.document) == ('{"answer":"0"}', '{"erased":true}')
    assert (second.outcome, second.grade_id, second.error) == ("failed", None, "The answer was erased.")
