"""Phrases are compared with each other."""

import pytest

from .conftest import Lint, codes, one


def test_a_phrase_in_two_concepts_is_found(lint: Lint) -> None:
    found = one(lint(("compost | manure", "compost | shortening the shoots")), "P001")
    assert (found.line, found.concept, found.text) == (21, "feed", "shortening the shoots")
    assert "prune too" in found.message


@pytest.mark.parametrize(
    "expect", ["{all: [compost, prune]}", "{bind: {roses: prune}}", "{any: [compost, prune, manure], at_least: 2}"]
)
def test_a_phrase_that_is_only_a_part_may_stand_in_two(expect: str, lint: Lint) -> None:
    assert "P001" not in codes(lint(("expect: compost | manure", f"expect: {expect}")))


def test_the_contrary_of_a_phrase_is_another_phrase(lint: Lint) -> None:
    assert "P001" not in codes(lint(("avoid: wet foliage", "avoid: wet foliage | manure")))


def test_a_phrase_of_punctuation_and_articles_cannot_be_said(lint: Lint) -> None:
    assert one(lint(("compost | manure", "compost | the (best)")), "P004").text == "the (best)"


@pytest.mark.parametrize(("longer", "shorter"), [("old manure", "manure"), ("compost heap", "compost/manure")])
def test_a_phrase_beside_a_shorter_one_is_superfluous(longer: str, shorter: str, lint: Lint) -> None:
    found = one(lint(("compost | manure", f"{longer} | {shorter}")), "P005")
    assert (found.text, found.severity) == (longer, "note")


@pytest.mark.parametrize(
    "pair", ["manure/dung heap | manure pile", "compost | not compost", "spread rotten horse manure | rotten manure"]
)
def test_a_phrase_that_can_be_met_alone_is_not(pair: str, lint: Lint) -> None:
    assert "P005" not in codes(lint(("compost | manure", pair)))


def test_a_phrase_written_twice_is_superfluous_once(lint: Lint) -> None:
    assert codes(lint(("compost | manure", "compost | manure | compost"))).count("P005") <= 1


def test_a_list_too_long_to_review_is_a_note(lint: Lint) -> None:
    many = " | ".join(f"word{number}" for number in range(200))
    assert one(lint(("compost | manure", many)), "P006").text == "200"
