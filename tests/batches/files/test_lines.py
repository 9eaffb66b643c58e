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


def test_reading_may_end_after_the_file_was_closed() -> None:
    stream = BytesIO(b"a\nb\n")
    reading = lines(stream, "utf-8")
    assert next(reading) == "a\n"
    stream.close()
    reading.close()  # type: ignore[attr-defined]


def test_an_unknown_byte_is_not_lost() -> None:
    assert read(b"a\x81b", "cp1252") == ["a\udc81b"]
