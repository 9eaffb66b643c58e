"""Bytes become text, or an error says which line to correct."""

import pytest

from grader.errors import RubricError
from grader.rubric.encoding import decode


def text_of(data: bytes | str, limit: int = 1000) -> str:
    return decode(data, limit=limit, path="file.yaml", error=RubricError)


def fault_of(data: bytes | str, limit: int = 1000) -> RubricError:
    with pytest.raises(RubricError) as caught:
        text_of(data, limit)
    return caught.value


def test_every_kind_of_line_break_is_a_new_line() -> None:
    assert text_of(b"a\r\nb\rc\nd") == "a\nb\nc\nd"


def test_a_byte_order_mark_at_the_start_is_dropped() -> None:
    assert text_of(b"\xef\xbb\xbfa") == text_of("\ufeffa") == "a"


def test_tabs_accents_and_emoji_are_text() -> None:
    assert text_of("a\té 🙂") == "a\té 🙂"


@pytest.mark.parametrize("data", [b"a\r\nb\nc\xff", b"a\rb\r\nc\xc3", "a\nb\nc\ud800"])
def test_the_first_byte_that_is_not_utf_8_is_named_by_its_line(data: bytes | str) -> None:
    fault = fault_of(data)
    assert (fault.path, fault.line) == ("file.yaml", 3)
    assert "Save it as UTF-8" in str(fault)


@pytest.mark.parametrize(
    "bad", ["\x00", "\x07", "\x0c", "\x1b", "\x7f", "\x85", "\x9f", "\u2028", "\u2029", "\ufeff", "\uffff"]
)
def test_a_control_character_is_named_with_its_line(bad: str) -> None:
    fault = fault_of(f"a\r\nb{bad}")
    assert fault.line == 2
    assert f"U+{ord(bad):04X}" in str(fault)


def test_a_file_of_exactly_the_limit_is_read() -> None:
    assert text_of("é" * 512, limit=1024) == "é" * 512


def test_a_file_over_the_limit_is_refused_on_the_line_where_it_passes_it() -> None:
    fault = fault_of("\n" * 1025, limit=1024)
    assert fault.line == 1025
    assert "larger than 1 KiB" in str(fault)
