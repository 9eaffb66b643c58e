"""What a verdict is said of."""

import pytest

from grader.matching.subject import is_list, is_pronoun, said_before, subject_of
from grader.text import divide, tokenize


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("queues are evil", "queues are"),
        ("Kafka, SQS and Redis are evil", "kafka , sqs and redis are"),
        ("locks fail, the queue is evil", "the queue is"),
        ("using locks, queues, caches is evil", "using locks , queues , caches is"),
    ],
)
def test_a_verdict_is_said_of_its_subject(text: str, subject: str) -> None:
    words = tokenize(text).words
    clauses = divide(words)
    at = words.index("evil")
    first = next(i for i in range(len(words)) if clauses.clause[i] == clauses.clause[at])
    assert " ".join(words[subject_of(at, first, words, clauses) : at]) == subject


def test_the_statement_before_ends_at_but() -> None:
    words = tokenize("locks are fine but queues lose things, so no").words
    first, last = said_before(words.index("so"), words, divide(words)) or (0, 0)
    assert words[first : last + 1] == ("but", "queues", "lose", "things", ",")


def test_a_list_has_three_parts_with_nothing_said_of_them() -> None:
    assert is_list(tokenize("locks, queues, caches").words)
    assert not is_list(tokenize("locks, and then we put it all in a queue, caches").words)


def test_a_pronoun_is_a_subject_without_an_idea() -> None:
    assert is_pronoun(("it", "only"))
    assert not is_pronoun(("the", "queue"))
