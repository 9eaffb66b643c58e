"""Why a concept was or was not met."""

import pytest

from grader.errors import UnknownConcept
from grader.matching import compile_rubric, explain
from tests.factories import make_lexicon, make_rubric

COMPILED = compile_rubric(make_rubric({"it": "spread load machine | queue"}), make_lexicon())

DISPUTED = (
    "Honestly, a queue only moved our problem to the weekend: nobody looked, jobs got lost, and people say it scales."
)


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


def test_the_words_that_argue_against_a_claim_are_named() -> None:
    found = explain(COMPILED, "it", DISPUTED)
    assert found.disputed > 0.3
    assert found.disputed_by
    assert set(" ".join(found.disputed_by).split()) <= set(DISPUTED.lower().replace(",", "").replace(".", "").split())


def test_what_nobody_argues_against_has_no_such_words() -> None:
    assert explain(COMPILED, "it", "I use a queue").disputed_by == ()
