"""What a candidate's rows come to."""

from grader.batches import Part
from grader.batches.summary import summaries, summary


def part(rubric: str, score: float | None, *, candidate: str = "c", review: bool = False) -> Part:
    return Part(candidate, rubric, score, score, score, review)


def test_the_total_is_the_mean_of_the_scores() -> None:
    found = summary("c", (part("a", 1.0), part("b", 0.5, review=True)))
    assert (found.total, found.rows, found.scored, found.needs_review) == (0.75, 2, 2, 1)


def test_a_row_without_a_score_leaves_no_total_and_widens_the_range() -> None:
    found = summary("c", (part("a", 1.0), part("b", None)))
    assert (found.total, found.low, found.high, found.scored) == (None, 0.5, 1.0, 1)


def test_two_rows_for_one_question_are_told() -> None:
    assert summary("c", (part("a", 1.0), part("a", 0.0))).doubled == ("a",)


WEIGHTS = {"a": 1.0, "b": 3.0, "c": 1.0}


def test_by_an_assessment_questions_weigh_and_what_is_missing_widens_the_range() -> None:
    found = summary("c", (part("a", 1.0), part("b", 0.5), part("elsewhere", 1.0)), WEIGHTS)
    assert (found.rows, found.scored, found.total, found.low, found.high) == (3, 2, None, 0.5, 0.7)
    whole = summary("c", (part("a", 1.0), part("b", 0.5), part("c", 0.0)), WEIGHTS)
    assert (whole.total, whole.low, whole.high) == (0.5, 0.5, 0.5)


def test_by_an_assessment_none_of_two_rows_for_a_question_counts() -> None:
    found = summary("c", (part("a", 1.0), part("a", 1.0), part("b", 1.0), part("c", 1.0)), WEIGHTS)
    assert (found.scored, found.low, found.high, found.doubled) == (2, 0.8, 1.0, ("a",))


def test_each_candidate_has_a_summary() -> None:
    parts = (part("a", 1.0), part("b", 1.0), part("a", 0.0, candidate="d"))
    assert [(found.candidate, found.rows) for found in summaries(parts)] == [("c", 2), ("d", 1)]
