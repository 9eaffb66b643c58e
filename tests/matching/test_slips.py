"""Put slips in function words and in words that deny right."""

import pytest

from grader.matching.slips import mended


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("nto", "not"),
        ("noot", "not"),
        ("dno't", "don't"),
        ("wouln't", "wouldn't"),
        ("wihout", "without"),
        ("thna", "than"),
    ],
)
def test_a_slip_of_one_letter_is_put_right(slip: str, meant: str) -> None:
    assert mended(("we", slip, "use", "it")) == ("we", meant, "use", "it")


@pytest.mark.parametrize("word", ["form", "aws", "avid", "sever", "pre", "nodes", "note", "cache"])
def test_a_word_that_may_be_meant_stays(word: str) -> None:
    assert mended((word,)) == (word,)
