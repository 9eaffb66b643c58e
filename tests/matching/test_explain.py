"""Why a concept was or was not met."""

import pytest

from grader.errors import UnknownConcept
from grader.matching import compile_rubric, explain
from tests.factories import make_lexicon, make_rubric

COMPILED = compile_rubric(make_rubric({"it": "spread load machine | queue"}), make_lexicon())


def blocked(answer: str) -> str | None:
    return explain(COMPILED, "it", answer).nearest[0].blocked


def test_missing_words_are_named() -> None:
    assert explain(COMPILED, "it", "we spread the load").nearest[0].missing == ("machine",)


def test_the_rule_that_blocked_is_named() -> None:
    assert blocked("I'd avoid queues") == "denied by 'avoid'"
    assert blocked("Should I use a queue?") == "a question back"
    assert blocked("I use a queue") is None


def test_an_unknown_concept_is_an_error() -> None:
    with pytest.raises(UnknownConcept):
        explain(COMPILED, "other", "x")
