"""No text of a stranger reaches the terminal as a command to it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.cli.glyphs import one_line, visible


@given(st.text())
def test_what_is_shown_holds_no_control_or_invisible_character(text: str) -> None:
    kinds = {unicodedata.category(character) for character in visible(text) if character != "\n"}
    assert not kinds & {"Cc", "Cf", "Cs", "Zl", "Zp"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("a\x7fb", "a␡b"),
        ("\u009b31m", "<U+009B>31m"),
        ("\u202etxt", "<U+202E>txt"),
        ("one\r\ntwo\rthree", "one\ntwo␍three"),
        ("no\u00a0break", "no break"),
        ("\u3164", "<U+3164>"),
    ],
)
def test_a_character_without_a_shape_gets_one(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_letters_marks_and_emoji_stay_as_they_are() -> None:
    assert visible("déjà — 日本 e\u0301 🎉") == "déjà — 日本 e\u0301 🎉"


def test_one_line_has_no_line_break() -> None:
    assert one_line("a\n\n b\t c") == "a b c"
