"""Points with examples."""

import pytest

from grader.authoring.builder.examples import Opened, opened, unmarked


@pytest.mark.parametrize("mark", ["like", "such as", "for example", "e.g.", "including"])
def test_a_head_and_its_first_example_are_told_apart(mark: str) -> None:
    assert opened(f"use a framework {mark} react") == Opened("use a framework", "react")


def test_a_mark_after_a_comma_stays_with_its_examples() -> None:
    assert opened("like a payment") == Opened("", "like a payment")
    assert unmarked("like a payment") == "a payment"


@pytest.mark.parametrize("piece", ["it looks like a tree", "we like trees", "a store (e.g. redis)", "use a framework"])
def test_not_every_like_gives_examples(piece: str) -> None:
    assert opened(piece) is None
