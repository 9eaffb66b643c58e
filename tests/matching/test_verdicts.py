"""Judgements after the fact."""

import pytest

from grader.matching.negation import scopes
from grader.text import divide, tokenize


def judged(text: str) -> list[str]:
    words = tokenize(text).words
    return [" ".join(words[s.first : s.last + 1]) for s in scopes(words, divide(words)) if s.first < s.cue.first]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("queues are overkill", "queues are overkill"),
        ("queues, hm. a dead end", "queues , hm ."),
        ("caches I'd avoid", "caches"),
        ("retries we don't do", "retries"),
        ("it isn't suited for tests, a file is", "it isn't suited for tests ,"),
    ],
)
def test_what_stands_before_is_denied(text: str, said: str) -> None:
    assert judged(text) == [said]


@pytest.mark.parametrize(
    "text", ["the fragile work goes to a queue", "find slow parts before they hurt", "when it is useless, drop a job"]
)
def test_descriptions_and_conditions_judge_nothing(text: str) -> None:
    assert judged(text) == []
