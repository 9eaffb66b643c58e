"""Which words are asserted and which are denied."""

import pytest

from grader.matching.negation import polarity, scopes
from grader.text import divide, tokenize


def denied(text: str) -> str:
    words = tokenize(text).words
    signs = polarity(words, scopes(words, divide(words)))
    return " ".join(word for word, sign in zip(words, signs, strict=True) if sign < 0 and word.isalpha())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I avoid locks but like queues", "locks"),
        ("no locks, queues are fine", "locks"),
        ("a bigger box is a dead end", "a bigger box is a dead end"),
        ("caching is evil. queues are good", "caching is evil"),
        ("I prefer simple models over complex ones", "complex ones"),
        ("I never deploy without tests", ""),
    ],
)
def test_a_denial_reaches_as_far_as_its_clause(text: str, words: str) -> None:
    assert denied(text) == words
