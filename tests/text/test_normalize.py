"""Fold a text to plain lower case, remembering where each character came from."""

from hypothesis import example, given
from hypothesis import strategies as st

from grader.text import fold


def test_accents_case_and_look_alikes_are_folded_away() -> None:
    assert fold("C\u00e0ch\u00e9 \uff32 \u0441").text == "cache r c"


def test_each_folded_character_knows_its_origin() -> None:
    folded = fold("a\u200b\u00df!")
    assert folded.text == "ass!"
    assert [folded.origin(i) for i in range(5)] == [0, 2, 2, 3, 4]
    assert folded.origin_end(3) == 3


@given(st.text())
@example("\u0e33")  # a vowel that decomposes into a mark of class 0
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(st.text())
def test_origins_never_go_back_nor_beyond_the_text(text: str) -> None:
    folded = fold(text)
    places = [folded.origin(i) for i in range(len(folded.text) + 1)]
    assert places == sorted(places)
    assert places[-1] == len(text)


def test_a_long_run_of_combining_marks_leaves_nothing() -> None:
    assert fold("a" + "\u0301\u0327" * 25_000).text == "a"


def test_a_run_of_blanks_is_one_space_and_lines_end_without() -> None:
    folded = fold(" a \t b \n\t c\n")
    assert folded.text == "a b\nc\n"
    assert [folded.origin(i) for i in range(6)] == [1, 2, 5, 7, 10, 11]
