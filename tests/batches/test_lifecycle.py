"""Begin, finish, cancel, expire; and counts that add up through all of it."""

import json
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from grader.batches import ENDED, Batch, Counts, Result
from grader.batches.lifecycle import GRACE, NOT_GRADED, begin, finish, overdue
from grader.errors import BatchStopped
from grader.grading import utc_now

from .making import WHO, Bench, rows


def test_rows_that_no_chunk_graded_have_failed(bench: Bench) -> None:
    batch = bench.send(rows(3))
    bench.intake.take(batch)
    assert begin(bench.store, batch.id, utc_now()) is not None
    finish(bench.store, batch.id, utc_now())
    found = bench.batching.standing(WHO, batch.id)
    assert (found.batch.state, found.counts.failed) == ("completed", 3)
    assert {line.get("error") for line in bench.lines(batch.id)[:-1]} == {NOT_GRADED}


def test_a_batch_that_has_ended_is_not_begun_again(bench: Bench) -> None:
    found = bench.done(rows(1))
    assert begin(bench.store, found.batch.id, utc_now()) is None
    finish(bench.store, found.batch.id, utc_now())
    assert bench.batching.standing(WHO, found.batch.id) == found


def test_cancelling_keeps_what_is_done_and_ends_the_rest(bench: Bench) -> None:
    batch = bench.send(rows(5))
    bench.intake.take(batch)
    begun = begin(bench.store, batch.id, utc_now())
    assert begun is not None
    bench.store.write(lambda unit: unit.results.keep(begun, [Result(0, "graded")]))
    assert bench.batching.cancel(WHO, batch.id).batch.state == "cancelling"
    bench.store.write(lambda unit: unit.results.keep(begun, [Result(1, "graded")]))
    bench.age(bench.batching.standing(WHO, batch.id).batch, changed=utc_now() - GRACE)
    bench.engine.run()
    assert bench.batching.standing(WHO, batch.id).batch.state == "cancelled"


def test_cancelling_what_has_ended_changes_nothing(bench: Bench) -> None:
    found = bench.done(rows(1))
    assert bench.batching.cancel(WHO, found.batch.id) == found


def test_a_batch_runs_out_of_time(bench: Bench) -> None:
    batch = bench.send(rows(2))
    bench.age(batch, expires=utc_now() - timedelta(seconds=1), spool="none")
    assert overdue(bench.batching.standing(WHO, batch.id).batch, utc_now())
    bench.intake.discard(batch.spool)
    bench.keeper._move(bench.queue)
    found = bench.batching.standing(WHO, batch.id)
    assert (found.batch.state, found.counts.expired) == ("expired", 0)


def test_a_webhook_is_told_how_a_batch_ended_and_nothing_of_its_rows(bench: Bench) -> None:
    made, _ = bench.batching.add_webhook(WHO, "https://hooks.example.com/a")
    found = bench.done(rows(2))
    (told,) = bench.batching.deliveries(WHO, made.id, 10)
    document = json.loads(told.document)
    assert (told.kind, document["type"], document["data"]["id"]) == ("batch.completed",) * 2 + (found.batch.id,)
    assert document["data"]["counts"]["total"] == 2
    assert "c-1" not in told.document


class Lives(RuleBasedStateMachine):
    """Submit, work, crash, cancel, expire in any order: at every poll the counts add up and no row has two results."""

    bench: Bench
    batch: Batch

    @initialize()
    def submit(self) -> None:
        self.folder = TemporaryDirectory()
        self.bench = Bench(Path(self.folder.name))
        self.batch = self.bench.send([{"answer": ""}] * 7)

    @rule()
    def read(self) -> None:
        if self.state() == "validating":
            self.bench.intake.take(self.now())

    @rule()
    def begin(self) -> None:
        begin(self.bench.store, self.batch.id, utc_now())

    @rule()
    @precondition(lambda self: self.state() in ("running", "cancelling"))
    def work_and_crash(self) -> None:
        """One slice of two rows, kept; the worker is gone before it says more."""
        done = self.bench.store.read(lambda unit: unit.rows.page(self.batch.id, -1, 10))
        left = [row.number for row in done if row.outcome is None][:2]
        results = [Result(number, ("graded", "needs_review", "failed")[number % 3]) for number in left]
        self.bench.store.write(lambda unit: unit.results.keep(self.batch, results))

    @rule()
    def repeat_what_is_done(self) -> None:
        """A worker that was thought dead says it all again, differently."""
        try:
            again = [Result(number, "failed") for number in range(2)]
            if self.bench.batching.standing(WHO, self.batch.id).counts.pending <= 5 and self.done():
                self.bench.store.write(lambda unit: unit.results.keep(self.batch, again[: self.done()]))
        except BatchStopped:
            assert self.state() not in ("running", "cancelling")

    @rule()
    def finish(self) -> None:
        if self.state() in ("running", "finalizing"):
            finish(self.bench.store, self.batch.id, utc_now())

    @rule()
    def cancel(self) -> None:
        self.bench.batching.cancel(WHO, self.batch.id)

    @rule()
    def round(self) -> None:
        self.bench.keeper._move(_Idle())

    @rule()
    @precondition(lambda self: self.state() not in ENDED)
    def expire(self) -> None:
        before = self.now()
        if overdue(before, before.expires):
            self.bench.store.write(lambda unit: unit.lives.move(self.batch.id, "expired", utc_now()))

    @invariant()
    def counts_add_up(self) -> None:
        if hasattr(self, "batch"):
            found = self.bench.batching.standing(WHO, self.batch.id)
            assert isinstance(found.counts, Counts)  # which refuses to be made of parts that do not add up
            assert found.counts.total in (0, 7)
            assert found.batch.ended is False or found.counts.pending == 0

    def teardown(self) -> None:
        if hasattr(self, "bench"):
            self.bench.close()
            self.folder.cleanup()

    def now(self) -> Batch:
        return self.bench.batching.standing(WHO, self.batch.id).batch

    def state(self) -> str:
        return self.now().state if hasattr(self, "batch") else ""

    def done(self) -> int:
        return sum(self.bench.store.read(lambda unit: unit.results.done(self.batch.id)).values())


class _Idle:
    def enqueue(self, batch_id: str) -> None: ...

    def drop(self, batch_id: str) -> None: ...

    def take_over(self, worker: str) -> None: ...

    def done(self, most: int) -> tuple[str, ...]:
        return ()

    def forget(self, batch_id: str) -> None: ...


TestLives = Lives.TestCase
TestLives.settings = settings(max_examples=12, stateful_step_count=15, deadline=None)


@pytest.mark.long
@pytest.mark.timeout(600)
def test_a_thousand_lives() -> None:
    run_state_machine_as_test(Lives, settings=settings(max_examples=1000, stateful_step_count=15, deadline=None))
