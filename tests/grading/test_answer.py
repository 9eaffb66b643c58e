"""What text can be graded at all."""

import pytest

from grader.errors import AnswerRefused
from grader.grading import LONGEST, check_answer


def test_an_answer_of_the_greatest_length_is_taken() -> None:
    check_answer("a" * LONGEST)


def test_a_longer_answer_is_refused_with_both_numbers() -> None:
    with pytest.raises(AnswerRefused, match=r"20,001 characters; at most 20,000"):
        check_answer("a" * (LONGEST + 1))


@pytest.mark.parametrize(("text", "named"), [("a\0b", "NUL"), ("a\ud800", "surrogate")])
def test_text_that_no_database_can_keep_is_refused(text: str, named: str) -> None:
    with pytest.raises(AnswerRefused, match=named):
        check_answer(text)


def test_a_refusal_never_repeats_the_answer() -> None:
    with pytest.raises(AnswerRefused) as caught:
        check_answer("my secret\0")
    assert "secret" not in str(caught.value)
