"""What the model refuses is told for each place, not for the first alone."""

import pytest

from .conftest import Garden, Lint, codes, one

HINT = "    hint: How do you water?\n"


@pytest.mark.parametrize("hint", ["", "    hint:\n", '    hint: "  "\n'])
def test_a_missing_or_empty_hint_is_found(hint: str, lint: Lint) -> None:
    assert [f.text for f in lint((HINT, hint))] == ["hint"]


def test_each_missing_feedback_is_found_with_its_concept(lint: Lint) -> None:
    found = lint(("      missed: Say something about the soil.\n", ""), ("met: You know where water harms.", 'met: ""'))
    assert [(f.code, f.text, f.line) for f in found] == [
        ("T001", "missed of feedback", 23),
        ("T001", "met of feedback", 33),
    ]


def test_unequal_weights_with_enough_have_the_line_of_enough(lint: Lint) -> None:
    found = one(lint(("lexicon: garden", "lexicon: garden\nenough: 2"), ("weight: 1", "weight: 3")), "C005")
    assert (found.line, found.message) == (5, "enough is 2, but the weights differ: 1, 3")


def test_enough_with_equal_weights_is_fine(lint: Lint) -> None:
    assert lint(("lexicon: garden", "lexicon: garden\nenough: 2")) == []


def test_another_fault_is_told_as_the_model_tells_it(lint: Lint) -> None:
    assert codes(lint(("id: prune", "id: Prune!"))) == ["F001"]


@pytest.mark.parametrize("text", ["concepts: 3", "concepts: [1, {feedback: [a]}]", "x", "- a", ""])
def test_a_tree_of_any_shape_is_refused_without_a_fault_of_our_own(text: str, garden: Garden) -> None:
    garden.rubric.write_text(text, "utf-8")
    assert set(codes(list(garden.report().findings))) <= {"F001", "F002", "T001"}
    assert garden.report().findings
