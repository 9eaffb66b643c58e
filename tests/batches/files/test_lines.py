"""Lines of any length."""

from io import BytesIO

from grader.batches.files.lines import lines


def read(data: bytes, encoding: str = "utf-8") -> list[str | None]:
    return list(lines(BytesIO(data), encoding, longest=8))


def test_lines_keep_their_endings() -> None:
    assert read(b"a\nb\r\nc") == ["a\n", "b\r\n", "c"]


def test_a_line_over_the_limit_is_none_and_the_next_is_whole() -> None:
    assert read(b"x" * 50 + b"\nnext\n") == [None, "next\n"]


def test_a_line_at_the_limit_is_read() -> None:
    assert read(b"x" * 7 + b"\n") == ["xxxxxxx\n"]


def test_an_unknown_byte_is_not_lost() -> None:
    assert read(b"a\x81b", "cp1252") == ["a\udc81b"]
