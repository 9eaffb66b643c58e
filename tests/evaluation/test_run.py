"""Labelled answers are graded against the rubric or the references they name."""

from typing import Any

from grader.evaluation.labels import Labelled
from grader.evaluation.run import Evaluator


def row(**parts: Any) -> Labelled:
    given = {"path": "f", "line": 1, "id": "a", "kind": "", "question": "", "answer": "A queue.", "score": None}
    return Labelled(**{**given, **parts})


def test_q_is_the_questions_place_in_the_seed(evaluator: Evaluator) -> None:
    rows = [row(rubric=1, verdicts={"queues": "met"}), row(rubric=2, verdicts={"caches": "met"})]
    done, faults = evaluator.run(rows)
    assert [one.grade.rubric for one in done] == ["toy/queueing", "toy/caching"]
    assert [[pair.agree for pair in one.pairs] for one in done] == [[True], [False]]
    assert not faults


def test_a_rubric_is_named_as_everywhere_and_blanks_around_a_source_do_not_matter(evaluator: Evaluator) -> None:
    (one,), _ = evaluator.run([row(rubric="queueing", verdicts={" queues ": "missed"})])
    assert (one.pairs[0].labelled, one.pairs[0].given.verdict) == ("missed", "met")


def test_of_several_references_the_one_that_is_covered_best_counts(evaluator: Evaluator) -> None:
    references = ("cache shard", "queue shard", "cache")
    (one,), _ = evaluator.run([row(rubric="Why?", references=references, score=1.0)])
    assert one.grade.score == 0.5
    assert one.pairs == ()


def test_what_cannot_be_graded_is_named_and_the_others_are_graded(evaluator: Evaluator) -> None:
    rows = [
        row(line=1, rubric=3, verdicts={"queues": "met"}),
        row(line=2, rubric="nothing", verdicts={"queues": "met"}),
        row(line=3, rubric=1, verdicts={"caches": "met"}),
        row(line=4, rubric=1, verdicts={"queues": "met"}, answer="a" * 20_001),
        row(line=5, rubric="Why?", references=("?",)),
        row(line=6, rubric=1, verdicts={"queues": "met"}),
    ]
    done, faults = evaluator.run(rows)
    assert [one.row.line for one in done] == [6]
    assert [fault.line for fault in faults] == [1, 2, 3, 4, 5]
    assert "2 questions" in faults[0].message
    assert "'caches'" in faults[2].message
