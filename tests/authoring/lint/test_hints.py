"""Hints differ and give nothing away."""

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
