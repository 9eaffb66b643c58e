"""Ranges of rows: graded, begun again, set aside."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from grader.batches import Batch, Here, Made, Order, Result, Row
from grader.batches.chunk import MOST_TRIES, NO_JUDGE, SET_ASIDE, Leaving
from grader.batches.cores import ChildLost
from grader.batches.lifecycle import begin
from grader.errors import WorkerLost
from grader.grading import utc_now

from .making import WHO, Bench, rows, shelves


class Deadly(Here):
    """Rows that hold a word end the child that grades them."""

    def grade(self, batch: Batch, rows: Sequence[Row]) -> list[Made]:
        if any("deadly" in row.document for row in rows):
            raise ChildLost
        return super().grade(batch, rows)


def begun(bench: Bench, sent: list[dict[str, object]]) -> Batch:
    batch = bench.send(sent)
    bench.intake.take(batch)
    found = begin(bench.store, batch.id, utc_now())
    assert found is not None
    return found


def test_only_the_deadly_row_is_set_aside(tmp_path: Path) -> None:
    bench = Bench(tmp_path, Deadly(shelves))
    sent = [*rows(20), {"id": "x", "answer": "deadly"}, *rows(20)]
    found = bench.done(sent)
    assert (found.counts.total, found.counts.failed) == (41, 1)
    assert [line.get("error") for line in bench.lines(found.batch.id)].count(SET_ASIDE) == 1
    bench.close()


def test_a_row_is_set_aside_after_five_workers_did_not_come_back(bench: Bench) -> None:
    batch = begun(bench, rows(3))
    tries = [bench.store.write(lambda unit: unit.rows.begin(batch, 0, 3, 250)) for _ in range(MOST_TRIES)]
    assert [(each.tries, len(each.rows)) for each in tries] == [(1, 3), (2, 3), (3, 1), (4, 1), (5, 1)]
    bench.worker.grade_range(batch.id, 0, 3)
    found = bench.batching.standing(WHO, batch.id)
    assert (found.counts.failed, found.counts.pending) == (1, 0)


def test_what_has_a_result_is_not_graded_again(bench: Bench) -> None:
    batch = begun(bench, rows(4))
    bench.store.write(lambda unit: unit.results.keep(batch, [Result(1, "failed", error="first")]))
    bench.worker.grade_range(batch.id, 0, 4)
    assert [line["error"] for line in bench_lines(bench, batch)] == [None, "first", None, None]


def bench_lines(bench: Bench, batch: Batch) -> list[dict[str, object]]:
    return [{"error": row.error} for row in bench.batching.rows(WHO, batch.id, -1, 10)[1]]


def test_a_worker_that_was_buried_writes_nothing(bench: Bench) -> None:
    batch = begun(bench, rows(2))
    bench.store.write(lambda unit: unit.workers.leave("w-1"))
    with pytest.raises(WorkerLost):
        bench.worker.grade_range(batch.id, 0, 2)
    assert bench.batching.standing(WHO, batch.id).counts.pending == 2


def test_a_worker_that_is_leaving_leaves_no_outcome(bench: Bench) -> None:
    batch = begun(bench, rows(2))
    bench.worker.leaving.set()
    with pytest.raises(Leaving):
        bench.worker.grade_range(batch.id, 0, 2)
    assert bench.batching.standing(WHO, batch.id).counts.pending == 2


def test_a_stopped_or_deleted_batch_is_let_go(bench: Bench) -> None:
    batch = begun(bench, rows(2))
    bench.batching.cancel(WHO, batch.id)
    bench.worker.grade_range(batch.id, 0, 2)
    assert bench.batching.standing(WHO, batch.id).counts.pending == 2
    bench.batching.erase(WHO, batch.id)
    bench.worker.grade_range(batch.id, 0, 2)


def test_a_worker_without_a_judge_says_so(bench: Bench) -> None:
    found = bench.done(rows(2), Order(rubric="when-to-use-cache", judge="unsure"))
    assert {line.get("error") for line in bench.lines(found.batch.id)[:-1]} == {NO_JUDGE}
