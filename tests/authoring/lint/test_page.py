"""A page knows the lines of its values, and of the phrases within them."""

from grader.authoring.lint.page import Page
from grader.rubric.yaml import read_yaml

TEXT = """a: x
b: >-
  one two | three |
  four five | one
  six | two
c: "five | two"
"""
PAGE = Page("p.yaml", tuple(TEXT.split("\n")), read_yaml(TEXT, path="p.yaml"))


def test_a_value_has_its_line() -> None:
    assert [PAGE.line(("a",)), PAGE.line(("b",)), PAGE.line(("missing",))] == [1, 2, 1]


def test_a_phrase_of_a_folded_value_has_its_own_line() -> None:
    assert [PAGE.line(("b",), phrase) for phrase in ("one two", "four five", "one six", "two")] == [3, 4, 4, 5]


def test_a_phrase_within_quotes_is_found() -> None:
    assert PAGE.line(("c",), "two") == 6


def test_a_phrase_that_is_not_there_has_the_line_of_its_value() -> None:
    assert PAGE.line(("b",), "seven") == 2


def test_a_finding_carries_path_and_line() -> None:
    found = PAGE.finding("P002", ("b",), "m", text="four", phrase="four five", fix="f")
    assert (found.path, found.line, found.text, found.fix) == ("p.yaml", 4, "four", "f")
