"""Questions in an answer: which are asked back and which are claims."""

import pytest

from grader.matching.negation import scopes
from grader.matching.questions import asked_back
from grader.text import divide, tokenize


def void(text: str) -> bool:
    words = tokenize(text).words
    clauses = divide(words)
    return bool(asked_back(words, clauses, scopes(words, clauses)))


@pytest.mark.parametrize("text", ["Should I use a queue?", "Queues? Depends.", "A queue or a lock? Both work."])
def test_a_question_asked_back_claims_nothing(text: str) -> None:
    assert void(text)


@pytest.mark.parametrize("text", ["Queues? No.", "Queues? Sure.", "Who needs queues?", "Queues? Waste of time."])
def test_a_topic_that_is_answered_and_a_rhetorical_question_are_claims(text: str) -> None:
    assert not void(text)
