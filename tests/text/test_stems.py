"""Reduce a word to its stem."""

import pytest

from grader.text import stem


@pytest.mark.parametrize(
    ("word", "same"), [("caching", "cached"), ("scalable", "scaling"), ("queues", "queue"), ("retries", "retry")]
)
def test_forms_of_a_word_have_one_stem(word: str, same: str) -> None:
    assert stem(word) == stem(same)


def test_a_word_longer_than_any_is_cut() -> None:
    assert len(stem("a" * 100_000)) == 41
