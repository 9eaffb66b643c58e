"""Lines of JSON."""

from pathlib import Path

import pytest

from grader.authoring.lines import Row, read_lines
from grader.errors import FileFault


def number_of(row: Row, line: int) -> tuple[int, int]:
    return int(row["n"]), line


def test_each_object_is_read_with_its_line_and_blank_lines_are_skipped(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text('\ufeff{"n": 1}\n\n{"n": 2}\r\n', "utf-8")
    assert read_lines(tmp_path / "x.jsonl", number_of) == (((1, 1), (2, 3)), ())


@pytest.mark.parametrize("line", [b"{", b"[1]", b'"\xff"', b"[" * 99_999, b'{"n": "x"}', b'{"n": ' + b"1" * 1_100_000])
def test_a_bad_line_is_an_error_with_its_number_and_the_others_go_on(tmp_path: Path, line: bytes) -> None:
    (tmp_path / "x.jsonl").write_bytes(line + b'\n{"n": 2}')
    items, (error,) = read_lines(tmp_path / "x.jsonl", number_of)
    assert items == ((2, 2),)
    assert "x.jsonl:1: " in error


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileFault, match="cannot be read"):
        read_lines(tmp_path, number_of)
