"""How alike two words look."""

import pytest

from grader.matching.likeness import Likeness

KNOWN = Likeness(["copi", "memori", "in", "store", "storag", "hot"])


def test_a_known_word_is_wholly_alike_itself() -> None:
    assert KNOWN.alike("copi")["copi"] == 1.0


@pytest.mark.parametrize(("word", "known"), [("memroi", "memori"), ("storage", "storag"), ("stored", "store")])
def test_a_slip_and_a_relative_look_alike(word: str, known: str) -> None:
    assert 0.55 <= KNOWN.alike(word)[known] < 1.0


@pytest.mark.parametrize("word", ["pointer", "i", "on", "", "not"])
def test_another_word_does_not(word: str) -> None:
    assert KNOWN.alike(word) == {}


def test_a_short_word_is_alike_only_if_it_is_the_same() -> None:
    assert KNOWN.alike("in") == {"in": 1.0}
