"""Whether words of worth judge anything."""

import pytest

from grader.matching.cues import find_cues
from grader.matching.judging import judges
from grader.matching.scope import VERDICTS
from grader.text import divide, tokenize


def judged(text: str) -> bool:
    words = tokenize(text).words
    cues = [cue for cue in find_cues(words) if cue.section in VERDICTS]
    return any(judges(cue, words, divide(words)) for cue in cues)


@pytest.mark.parametrize(
    "text", ["queues are a toy", "queues only move the problem", "queues lose messages", "queues are clumsy", "a toy"]
)
def test_a_verdict_is_said_of_something(text: str) -> None:
    assert judged(text)


@pytest.mark.parametrize(
    "text",
    [
        "when queues lose messages",
        "put fragile work in a queue",
        "a queue keeps the overhead low",
        "queues can lose messages",
        "I only move the problem",
    ],
)
def test_descriptions_judge_nothing(text: str) -> None:
    assert not judged(text)


@pytest.mark.parametrize(
    "text", ["queues cost time but are worth it", "queues lose messages, so add acks", "still, queues cost time"]
)
def test_a_drawback_that_is_weighed_is_no_verdict(text: str) -> None:
    assert not judged(text)
