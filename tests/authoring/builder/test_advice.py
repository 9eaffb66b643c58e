"""Advice within a unit."""

import pytest

from grader.authoring.builder.advice import advised, avoided, preferred


@pytest.mark.parametrize("unit", ["avoid global state", "never global state", "not for global state"])
def test_what_is_to_be_avoided_is_found(unit: str) -> None:
    assert avoided(unit) == "global state"


@pytest.mark.parametrize(
    "unit", ["prefer flexbox over floats", "use flexbox instead of floats", "flexbox rather than floats"]
)
def test_a_preference_has_two_sides(unit: str) -> None:
    assert preferred(unit) == ("flexbox", "floats")


def test_a_unit_without_advice_has_none() -> None:
    assert avoided("use flexbox") is None
    assert preferred("use flexbox") is None
    assert preferred("prefer - over floats") is None


def test_prefer_alone_is_only_emphasis() -> None:
    assert advised("prefer semantic elements") == "semantic elements"
    assert advised("semantic elements") == "semantic elements"
