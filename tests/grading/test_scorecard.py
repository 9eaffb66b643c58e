"""What the questions of an interview come to."""

from grader.grading import card_total
from tests.grading.cards import make_question


def test_questions_count_by_their_weights() -> None:
    total = card_total([make_question("a/b", 1.0, weight=3, alone=0.5), make_question("a/c", 0.0)])
    assert (total.score, total.unprompted, total.counted) == (0.75, 0.375, "2 of 2")
    assert (total.low, total.high) == (0.75, 0.75)


def test_what_was_not_taken_up_is_no_zero() -> None:
    total = card_total([make_question("a/b", 1.0), make_question("a/c", 0.0, weight=3, taken=False)])
    assert (total.score, total.counted) == (1.0, "1 of 2")
    assert (total.low, total.high) == (0.25, 1.0)


def test_an_interview_in_which_nothing_was_taken_up_has_no_score() -> None:
    total = card_total([make_question("a/b", 0.0, taken=False)])
    assert (total.score, total.unprompted, total.low, total.high) == (None, None, 0.0, 1.0)
    assert card_total([]).counted == "0 of 0"
