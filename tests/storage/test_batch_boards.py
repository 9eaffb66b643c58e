"""What batches come to, counted by both databases."""

from dataclasses import replace

import pytest

from grader.batches import Batch, CandidateBoard, ConceptCount, Filter, Result
from grader.storage import Database, SqlBatchStore, SqlStore

from .batching import kept_batch
from .factories import add, change, make_revision, make_stored

FOUND = (
    Result(0, "graded", "ann", "r", 0.0, 0.0, 0.1),
    Result(1, "graded", "ann", "s", 1.0, 1.0, 1.0),
    Result(2, "needs_review", "bob", "r", 0.55, 0.4, 0.9),
    Result(3, "failed"),
    Result(4, "graded", "bob", "s", 0.95, 0.9, 1.0),
    Result(5, "needs_review", "cy", "r", 0.3, 0.3, 0.3),
)


@pytest.fixture
def kept(database: Database, tenant: str) -> tuple[SqlBatchStore, Batch]:
    store, batch = kept_batch(database, tenant, rows=7)
    _, other = kept_batch(database, tenant, rows=1)
    store.write(lambda unit: unit.results.keep(batch, FOUND))
    store.write(lambda unit: unit.results.keep(other, [Result(0, "graded", "ann", "r", 1.0, 1.0, 1.0)]))
    return store, batch


def test_scores_are_counted_by_question(kept: tuple[SqlBatchStore, Batch]) -> None:
    store, batch = kept
    first, second = store.read(lambda unit: unit.boards.questions(batch.id))
    assert (first.rubric, first.answers, first.needs_review) == ("r", 3, 2)
    assert first.mean == pytest.approx(0.85 / 3)
    assert first.bins == (1, 0, 0, 1, 0, 1, 0, 0, 0, 0)
    assert second.bins == (0,) * 9 + (2,)


def test_candidates_come_best_first_and_what_has_no_score_widens_the_range(
    kept: tuple[SqlBatchStore, Batch],
) -> None:
    store, batch = kept
    store.write(lambda unit: unit.results.keep(batch, [replace(FOUND[3], number=6, candidate="cy")]))
    assert store.read(lambda unit: unit.boards.candidates(batch.id)) == (
        CandidateBoard("bob", 2, 2, 0.75, 0.65, 0.95, 1),
        CandidateBoard("ann", 2, 2, 0.5, 0.5, 0.55, 0),
        CandidateBoard("cy", 2, 1, 0.4, 0.15, 0.65, 1),
    )
    some = store.read(lambda unit: unit.boards.of_candidates(batch.id, ("bob", "cy")))
    assert [result.number for result in some] == [2, 4, 5, 6]


def test_results_are_chosen_and_paged(kept: tuple[SqlBatchStore, Batch]) -> None:
    store, batch = kept

    def numbers(chosen: Filter, after: int = -1, limit: int = 9) -> list[int]:
        return [each.number for each in store.read(lambda unit: unit.boards.results(batch.id, chosen, after, limit))]

    assert numbers(Filter()) == [0, 1, 2, 3, 4, 5]
    assert numbers(Filter(), 1, 2) == [2, 3]
    assert numbers(Filter(outcome="needs_review", rubric="r")) == [2, 5]
    assert numbers(Filter(candidate="ann")) == [0, 1]
    shuffled = numbers(Filter(shuffled=True))
    assert sorted(shuffled) == [0, 1, 2, 3, 4, 5] != shuffled
    assert numbers(Filter(shuffled=True), shuffled[2], 2) == shuffled[3:5]


def test_a_result_is_found_by_its_row(kept: tuple[SqlBatchStore, Batch]) -> None:
    store, batch = kept
    assert store.read(lambda unit: unit.boards.result(batch.id, 2)) == FOUND[2]
    assert store.read(lambda unit: unit.boards.result(batch.id, 6)) is None


def test_verdicts_are_counted_by_concept_of_the_latest_grade(database: Database, store: SqlStore, tenant: str) -> None:
    first, second = make_stored(), make_stored()
    add(store, tenant, first, second)
    batches, batch = kept_batch(database, tenant, rows=2)
    found = [Result(at, "graded", rubric="r", score=1.0, grade=each.id) for at, each in enumerate((first, second))]
    batches.write(lambda unit: unit.results.keep(batch, found))
    before = batches.read(lambda unit: unit.boards.concepts(tenant, batch.id))
    assert before == (ConceptCount("r", "first", "met", 2), ConceptCount("r", "second", "contradicted", 2))
    missed = first.machine.concepts[1].model_copy(update={"verdict": "missed"})
    again = first.machine.model_copy(update={"concepts": (first.machine.concepts[0], missed)})
    change(store, tenant, make_revision(again, 2, 2))
    assert set(batches.read(lambda unit: unit.boards.concepts(tenant, batch.id))) == {
        ConceptCount("r", "first", "met", 2),
        ConceptCount("r", "second", "contradicted", 1),
        ConceptCount("r", "second", "missed", 1),
    }
