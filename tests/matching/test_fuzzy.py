"""Recognise a mistyped word."""

import pytest

from grader.matching.fuzzy import nearest

KNOWN = ("kubernetes", "queue", "prometheus", "index")


@pytest.mark.parametrize(
    ("word", "meant"), [("kubernets", "kubernetes"), ("queeu", "queue"), ("promethus", "prometheus")]
)
def test_a_slip_is_recognised(word: str, meant: str) -> None:
    assert nearest(word, KNOWN) == meant


@pytest.mark.parametrize("word", ["indx", "xueue", "quack", "kubernetesxyz", "k" * 1000])
def test_what_is_too_short_too_far_or_another_word_is_not(word: str) -> None:
    assert nearest(word, KNOWN) is None
