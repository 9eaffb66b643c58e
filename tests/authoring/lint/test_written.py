"""Phrases are found with their place and the forms around them."""

from grader.authoring.lint.page import Page
from grader.authoring.lint.subject import subject
from grader.authoring.lint.written import Written, written
from grader.rubric import EMPTY, Rubric
from grader.rubric.yaml import read_yaml

TEXT = """id: toy/toy
question: What now?
concepts:
  - id: it
    source: it
    expect:
      any:
        - one | two words
        - bind: {left: right | other}
        - avoid: bad
      at_least: 2
    partly: half
    feedback: Say more.
    hint: What?
"""


def phrases() -> dict[str, Written]:
    document = read_yaml(TEXT, path="p.yaml")
    page = Page("p.yaml", tuple(TEXT.split("\n")), document)
    return {it.phrase: it for it in written(subject(page, Rubric.model_validate(document.data), EMPTY, None))}


def test_every_phrase_is_found_both_sides_of_a_binding_too() -> None:
    assert list(phrases()) == ["one", "two words", "left", "right", "other", "bad", "half"]


def test_the_keys_lead_to_the_line_of_the_value() -> None:
    found = phrases()
    document = read_yaml(TEXT, path="p.yaml")
    assert [document.line(*found[name].keys) for name in ("one", "left", "bad", "half")] == [8, 9, 10, 12]


def test_the_forms_around_a_phrase_are_known() -> None:
    found = phrases()
    assert found["bad"].forms == {"expect", "any", "at_least", "avoid"}
    assert found["half"].forms == {"partly"}


def test_a_phrase_that_needs_others_beside_it_is_not_enough_alone() -> None:
    assert not any(it.alone for it in phrases().values())
