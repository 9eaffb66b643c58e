"""Feedback is told apart and gives nothing away."""

from .conftest import Lint, codes, one


def test_feedback_that_names_the_answer_is_found(lint: Lint) -> None:
    found = one(lint(("Say something about the soil.", "Say something about compost.")), "T005")
    assert (found.line, found.text, found.concept) == (25, "compost", "feed")


def test_one_answer_in_several_texts_is_one_finding(lint: Lint) -> None:
    found = lint(("Say more about the soil.", "More of compost."), ("Think again about the soil.", "Compost, again."))
    assert "partial, contradicted" in one(found, "T005").message


def test_praise_may_name_what_was_said(lint: Lint) -> None:
    assert lint(("You think of the soil.", "You think of compost.")) == []


def test_feedback_of_another_concept_is_a_repetition(lint: Lint) -> None:
    found = one(lint(("Say something about the soil.", "say something about  its shape.")), "T002")
    assert (found.line, found.message) == (25, "prune has the same feedback")


def test_one_text_for_several_verdicts_is_a_note(lint: Lint) -> None:
    assert codes(lint(("Think again about the soil.", "Say something about the soil."))) == ["T003"]
