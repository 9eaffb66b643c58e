"""Hints differ and give nothing away."""

import pytest

from .conftest import Lint, codes, one


def test_a_hint_that_names_the_answer_is_found(lint: Lint) -> None:
    found = one(lint(("The ground is poor. What do you do?", "Would you spread manure?")), "T004")
    assert (found.line, found.text, found.concept) == (27, "manure", "feed")


def test_a_hint_that_names_another_concepts_answer_is_a_note(lint: Lint) -> None:
    found = lint(("The ground is poor. What do you do?", "You prune it. What else?"))
    assert codes(found) == ["T006"]
    assert "gives prune away" in found[0].message


def test_a_hint_that_another_concept_has_is_found(lint: Lint) -> None:
    assert codes(lint(("How do you water?", "The ground is poor. What do you do?"))) == ["T002"]


POOR = "hint: The ground is poor. What do you do?"


def rung(name: str, text: str) -> tuple[str, str]:
    return POOR, f"{POOR}\n    {name}: {text}"


@pytest.mark.parametrize("name", ["narrow", "direct"])
def test_a_rung_that_names_the_answer_is_found_where_it_stands(lint: Lint, name: str) -> None:
    found = one(lint(rung(name, "Would you spread manure?")), "T004")
    assert (found.line, found.text, found.concept) == (28, "manure", "feed")


def test_a_hint_that_denies_the_answer_gives_it_away_too(lint: Lint) -> None:
    found = one(lint(rung("direct", "You must not use manure. What then?")), "T004")
    assert 'denies the phrase "manure"' in found.message


def test_what_goes_deeper_may_name_its_own_concept_and_no_other(lint: Lint) -> None:
    assert codes(lint(rung("follow_up", "How much manure?"))) == []


def test_what_goes_deeper_and_names_another_concept_is_a_note(lint: Lint) -> None:
    assert codes(lint(rung("follow_up", "And do you prune it?"))) == ["T006"]


def test_two_rungs_that_ask_the_same_are_no_ladder(lint: Lint) -> None:
    found = one(lint(rung("narrow", "The ground is  poor. what do you do?")), "T007")
    assert found.message == "narrow asks the same as hint"
