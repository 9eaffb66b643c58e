"""Rows with a judge: asked within limits, logged before, never after a stop."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.batches import BatchStore, Billed, Judged, KeptReplies, Logged, Order, logging_to
from grader.batches.lifecycle import begin
from grader.grading import Judging, utc_now
from grader.judge import JudgeRequest, Ports, ScriptedJudge, accounted

from .making import RUBRIC, WHO, Bench, rows, shelves

ORDER = Order(rubric=RUBRIC, judge="always")


class Priced(ScriptedJudge):
    """A scripted judge that costs 10 millionths of a dollar a call."""

    def most(self, request: JudgeRequest) -> int | None:
        return 10

    async def aclose(self) -> None: ...


class Judges:
    """A bench with a judge whose calls are logged."""

    def __init__(self, folder: Path) -> None:
        self.model = Priced([{}])
        self.bench = Bench(folder, judge=self.judged)

    def judged(self, store: BatchStore) -> Judged:
        logged, ports = Logged(self.model, logging_to(store, "w-1")), Ports(KeptReplies(store))
        billed = Billed(logged, lambda: (), lambda allowances: accounted(logged, (logged,), ports, allowances))
        return Judged(shelves, Judging(billed, aclose=logged.aclose), "w-1")

    def calls(self, batch_id: str) -> int:
        return self.bench.store.read(lambda unit: unit.calls.count(batch_id))


@pytest.fixture
def judges(tmp_path: Path) -> Iterator[Judges]:
    made = Judges(tmp_path)
    yield made
    made.bench.close()


def test_every_call_is_logged_and_every_row_judged(judges: Judges) -> None:
    found = judges.bench.done(rows(5), ORDER)
    assert (found.counts.total, found.counts.failed) == (5, 0)
    assert judges.calls(found.batch.id) == len(judges.model.requests) == 5
    lines = judges.bench.lines(found.batch.id)[:-1]
    assert all(isinstance(line["grade"], dict) and line["grade"]["judge"]["model"] == "scripted" for line in lines)


def test_what_was_judged_before_a_crash_is_not_paid_again(judges: Judges) -> None:
    """All rows are judged, and the process ends before a result is kept."""
    batch = judges.bench.send(rows(5), ORDER)
    judges.bench.intake.take(batch)
    begin(judges.bench.store, batch.id, utc_now())
    tried = judges.bench.store.write(lambda unit: unit.rows.begin(batch, 0, 5, 5))
    first, again = judges.judged(judges.bench.store), judges.judged(judges.bench.store)
    made = first.grade(batch, tried.rows)
    assert [each.result for each in again.grade(batch, tried.rows)] == [each.result for each in made]
    assert judges.calls(batch.id) == len(judges.model.requests) == 5
    first.close()
    again.close()


def test_the_same_answer_is_judged_once(judges: Judges) -> None:
    found = judges.bench.done([{"answer": "the same"}] * 3, ORDER)
    assert found.counts.pending == 0
    assert 1 <= judges.calls(found.batch.id) <= 3


def test_no_call_is_made_once_the_batch_is_being_cancelled(judges: Judges) -> None:
    batch = judges.bench.send(rows(5), ORDER)
    judges.bench.intake.take(batch)
    begun = begin(judges.bench.store, batch.id, utc_now())
    assert begun is not None
    taken = judges.bench.store.write(lambda unit: unit.rows.begin(begun, 0, 5, 5))
    judges.bench.batching.cancel(WHO, batch.id)
    assert judges.bench.worker.judged is not None
    assert judges.bench.worker.judged.grade(begun, taken.rows) == []
    assert (judges.calls(batch.id), judges.model.requests) == (0, [])


def test_the_budget_of_a_batch_holds(judges: Judges) -> None:
    found = judges.bench.done(rows(5), Order(rubric=RUBRIC, judge="always", budget=20 * 2))
    assert judges.calls(found.batch.id) <= 4
    grades = [line["grade"] for line in judges.bench.lines(found.batch.id)[:-1]]
    assert any(isinstance(grade, dict) and grade["provisional"] for grade in grades)
    assert (found.counts.failed, found.counts.pending) == (0, 0)
