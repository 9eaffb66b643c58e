"""Questions that ask what something is."""

import pytest

from grader.authoring.builder.definition import asks_for_definition, definition, example_of, parts


@pytest.mark.parametrize("question", ["what is osmosis?", "What's a deadlock?", "define a tort"])
def test_a_short_what_is_asks_for_a_definition(question: str) -> None:
    assert asks_for_definition(question)


@pytest.mark.parametrize("question", ["what are the types of joins?", "what is the best way?", "how to cache?"])
def test_a_question_for_kinds_or_ways_does_not(question: str) -> None:
    assert not asks_for_definition(question)


def test_the_example_is_told_from_the_definition() -> None:
    text = "water that moves through a membrane, a good example is a raisin in water"
    assert definition(text) == ("water that moves through a membrane", "a good example is a raisin in water")
    assert example_of("a good example is a raisin in water") == "a raisin in water"


def test_a_definition_has_parts() -> None:
    assert parts("a request that is repeated without changing the result") == (
        "is repeated",
        "without changing the result",
    )
