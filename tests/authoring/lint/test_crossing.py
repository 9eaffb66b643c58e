"""Phrases stay silent on the references of other questions, unless both ask for the same."""

from .conftest import Garden, Lint, codes, one


def test_a_phrase_that_another_questions_reference_meets_is_found(lint: Lint) -> None:
    found = one(lint(("compost | manure", "compost | sunny place")), "P007")
    assert (found.line, found.text, found.concept) == (21, "how-to-grow-tomatoes", "feed")
    assert "garden/how-to-grow-tomatoes" in found.message


def test_a_contradiction_is_found_too(lint: Lint) -> None:
    assert "contradicted" in one(lint(("avoid: wet foliage", "avoid: sunny place")), "P007").message


def test_two_questions_may_ask_for_the_same(garden: Garden) -> None:
    garden.change(garden.seed, ("choose a sunny place", "feed them"))
    garden.change(garden.rubric, ("compost | manure", "compost | feed"))
    assert "P007" not in codes(list(garden.report().findings))


def test_an_instance_of_what_the_source_says_is_the_same(garden: Garden) -> None:
    garden.change(garden.seed, ("choose a sunny place", "cut back in spring"))
    assert codes(list(garden.report().findings)) == []
