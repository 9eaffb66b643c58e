"""When a person must look at a grade."""

from grader.grading.review import reasons
from grader.grading.scoring import Mark

SURE, UNSURE = Mark(1, 1.0), Mark(1, 0.0, sure=False)


def test_a_sure_grade_stands_by_itself() -> None:
    assert reasons([SURE, SURE], (), 0, 1.0) == ()


def test_a_quarter_of_the_weight_may_be_unsure_but_no_more() -> None:
    assert reasons([SURE, SURE, SURE, UNSURE], (), 0, 0.75) == ()
    assert reasons([SURE, SURE, UNSURE], (), 0, 0.67) == ("unsure",)


def test_each_troubling_flag_is_a_reason() -> None:
    flags = ("addresses_grader", "stuffing", "conflicting", "language:french", "question_echo")
    expected = ("addresses_grader", "stuffing", "conflicting", "language_not_supported")
    assert reasons([SURE], flags, 0, 1.0) == expected


def test_two_claims_beyond_the_rubric_matter_only_below_a_good_score() -> None:
    assert reasons([SURE], (), 2, 0.5) == ("beyond_rubric",)
    assert reasons([SURE], (), 2, 0.6) == ()
    assert reasons([SURE], (), 1, 0.5) == ()


def test_a_blank_answer_needs_no_reading() -> None:
    assert reasons([UNSURE], ("blank",), 0, 0.0) == ()
