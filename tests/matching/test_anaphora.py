"""Denials of something said before."""

import pytest

from grader.matching.anaphora import denied_before
from grader.matching.cues import find_cues
from grader.text import divide, tokenize


def denied(text: str) -> list[str]:
    words = tokenize(text).words
    clauses = divide(words)
    found = [scope for cue in find_cues(words) for scope in denied_before(cue, words, clauses)]
    return [" ".join(words[scope.first : scope.last + 1]) for scope in found]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("queues we don't use", "queues"),
        ("a queue is something I'd never build", "a queue is something"),
        ("queues lose messages, so I got rid of them", "queues lose messages ,"),
        ("some use queues, I don't", "some use queues ,"),
        ("locks yes, queues no", "queues"),
        ("queues: never", "queues"),
        ("queues? No, thanks", "queues"),
    ],
)
def test_a_denial_without_an_object_denies_what_was_said(text: str, said: str) -> None:
    assert denied(text) == [said]


@pytest.mark.parametrize(
    "text", ["I don't use queues", "if they don't, retry", "a queue, no?", "the worker didn't do it"]
)
def test_other_denials_deny_nothing_before_them(text: str) -> None:
    assert denied(text) == []
