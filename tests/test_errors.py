"""The errors: one tree, each with a message a person can act on."""

import inspect
import re

import pytest

from grader import errors

CLASSES = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if kind.__module__ == "grader.errors"]
ENTRY = re.compile(r"^( *)[*+-] (\w+)", re.MULTILINE)


def drawn() -> set[tuple[str, str]]:
    """Return (error, parent) for each entry of the tree in the docstring."""
    above: list[tuple[int, str]] = [(-1, "Exception")]
    pairs = set()
    for indent, name in ENTRY.findall(errors.__doc__ or ""):
        while above[-1][0] >= len(indent):
            above.pop()
        pairs.add((name, above[-1][1]))
        above.append((len(indent), name))
    return pairs


def test_the_tree_in_the_docstring_is_the_tree_of_the_classes() -> None:
    assert drawn() == {(kind.__name__, kind.__bases__[0].__name__) for kind in CLASSES}


@pytest.mark.parametrize("kind", CLASSES)
def test_every_error_has_a_message_of_its_own(kind: type[errors.GraderError]) -> None:
    message = inspect.cleandoc(vars(kind).get("__doc__") or "")
    assert message.endswith(".")
    assert str(kind()) == message


@pytest.mark.parametrize("kind", CLASSES)
def test_a_message_that_is_given_replaces_the_default(kind: type[errors.GraderError]) -> None:
    assert str(kind("Rubric x is gone.")) == "Rubric x is gone."


def test_a_fault_in_a_file_names_the_file_and_the_line() -> None:
    assert str(errors.SeedError("No question.", path="seeds/a.md", line=7)) == "seeds/a.md:7: No question."


def test_a_fault_of_a_whole_file_names_the_file() -> None:
    assert str(errors.SeedError("Not UTF-8.", path="seeds/a.md")) == "seeds/a.md: Not UTF-8."


def test_near_names_travel_with_the_error() -> None:
    assert errors.UnknownRubric(near=("a/b",)).near == ("a/b",)
