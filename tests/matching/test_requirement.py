"""Denials that require: "never X without Y"."""

import pytest

from grader.matching.negation import polarity, scopes
from grader.matching.scope import DENIED, SUPPOSED
from grader.text import divide, tokenize


def signs(text: str) -> dict[str, int]:
    words = tokenize(text).words
    return dict(zip(words, polarity(words, scopes(words, divide(words))), strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "I never cache tokens without expiry",
        "nobody writes to tokens without expiry",
        "you can't keep tokens without an expiry",
        "tokens should never be kept without expiry",
        "don't keep tokens without it, I mean expiry",
    ],
)
def test_what_may_not_be_done_without_something_asks_for_it(text: str) -> None:
    found = signs(text)
    assert found["expiry"] == 1
    assert found["tokens"] in (1, SUPPOSED)


@pytest.mark.parametrize(
    "text",
    [
        "we run well without expiry",
        "I wouldn't worry, we did fine without expiry",
        "without expiry",
    ],
)
def test_a_without_of_its_own_denies(text: str) -> None:
    assert signs(text)["expiry"] == DENIED


def test_a_reason_that_is_missing_asks_for_nothing() -> None:
    assert signs("I would never cache tokens without a very good reason")["tokens"] == DENIED
