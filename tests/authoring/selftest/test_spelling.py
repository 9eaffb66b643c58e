"""One typing slip."""

import pytest

from grader.authoring.selftest.spelling import misspelt
from grader.text import english_words


def test_two_letters_of_the_longest_word_change_places() -> None:
    assert misspelt("We should use diagrams.", "use diagrams") == "We should use diagarms."


def test_the_same_text_gets_the_same_slip() -> None:
    assert misspelt("Use Kubernetes.", "kubernetes") == misspelt("Use Kubernetes.", "kubernetes")


@pytest.mark.parametrize("text", ["Use it.", "Use apm.", "42", "oooooo"])
def test_short_words_stay(text: str) -> None:
    assert misspelt(text, text) == text


def test_a_slip_is_no_word_itself() -> None:
    slip = misspelt("retries", "retries")
    assert slip != "retries"
    assert slip not in english_words()
