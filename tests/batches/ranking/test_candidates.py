"""Candidates against an assessment."""

from typing import Any

import pytest

from grader.batches.ranking.candidates import Candidates, ranked
from grader.grading import GradeRequest
from grader.rubric import Assessment
from tests.batches.local.answering import make_grading

ASSESSMENT = Assessment.model_validate(
    {"id": "a", "title": "A", "questions": [{"rubric": "toy/toy"}, {"rubric": "toy/other"}]}
)


def graded(candidate: str | None, text: str, rubric: str = "toy/toy") -> dict[str, Any]:
    found = make_grading().grade(GradeRequest("toy", text, candidate=candidate)).model_dump(mode="json")
    return {**found, "rubric": rubric}


def test_a_candidate_has_a_total_only_if_every_question_has_a_score() -> None:
    candidates = Candidates(ASSESSMENT)
    for grade in (graded("c", "a queue"), graded("c", "a cache", "toy/other"), graded("d", "a queue and a cache")):
        candidates.add(grade)
    whole, half = sorted(candidates.standings(), key=lambda one: one.candidate)
    assert (whole.total.total, whole.total.counted) == (0.5, "2 of 2")
    assert (half.total.total, half.total.counted) == (None, "1 of 2")
    assert whole.weakest == ("toy: cache", "other: queues")


def test_two_answers_to_one_question_are_told_and_neither_counts() -> None:
    candidates = Candidates(ASSESSMENT)
    for text in ("a queue", "a queue and a cache", "a cache"):
        candidates.add(graded("c", text))
    (one,) = candidates.standings()
    assert one.doubled == ("toy/toy",)
    assert one.total.unscored == ("toy/toy", "toy/other")


def test_a_blank_answer_is_scored_and_what_is_not_asked_is_counted_apart() -> None:
    candidates = Candidates(ASSESSMENT)
    for grade in (graded("c", ""), graded(None, "x"), graded("c", "x", "toy/third")):
        candidates.add(grade)
    (one,) = candidates.standings()
    assert one.total.blank == ("toy/toy",)
    assert (candidates.nameless, candidates.elsewhere) == (1, 1)


@pytest.mark.parametrize(
    ("ranges", "ranks"),
    [
        ([(0.9, 1.0), (0.5, 0.6)], [1, 2]),
        ([(0.8, 1.0), (0.7, 0.9), (0.1, 0.2)], [1, 1, 3]),
        ([(0.8, 1.0), (0.6, 0.85), (0.5, 0.7)], [1, 1, 1]),
        ([(0.5, 0.5), (0.5, 0.5)], [1, 1]),
        ([], []),
    ],
)
def test_ranges_that_overlap_share_a_rank(ranges: list[tuple[float, float]], ranks: list[int]) -> None:
    assert ranked(ranges) == ranks
