"""Align a phrase with an answer."""

import pytest

from tests.factories import read


@pytest.mark.parametrize("answer", ["spread the load", "the load is spread", "load, evenly spread"])
def test_the_order_of_words_is_free(answer: str) -> None:
    assert read("spread load", answer).concepts[0].verdict == "met"


def test_words_far_apart_are_no_phrase() -> None:
    far = "spread " + "some other words here " * 8 + "load"
    assert read("spread load", far).concepts[0].verdict == "missed"


def test_words_in_different_sentences_are_no_phrase() -> None:
    assert read("spread load", "We spread butter. Then comes lunch and the load.").concepts[0].verdict == "missed"


def test_a_tighter_phrase_covers_more() -> None:
    tight, loose = (
        read("spread load", text).concepts[0].coverage for text in ("spread load", "spread out a b c d load")
    )
    assert tight > loose
