"""Tables of text."""

from io import BytesIO

import pytest

from grader.batches.files.delimited import read_delimited
from grader.batches.files.lines import LONGEST_LINE
from grader.errors import AnswersError


def cells(data: bytes) -> list[dict[str, object]]:
    return [row.cells for row in read_delimited(BytesIO(data), "x.csv").rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_table_is_read_in_any_usual_encoding(encoding: str) -> None:
    assert cells("id;answer\r\n1;größer, schöner\r\n".encode(encoding)) == [{"id": "1", "answer": "größer, schöner"}]


def test_an_answer_of_many_lines_is_one_cell() -> None:
    assert cells(b'id,answer\n1,"two\nlines, ""quoted"""\n') == [{"id": "1", "answer": 'two\nlines, "quoted"'}]


def test_a_header_alone_is_a_table_without_rows() -> None:
    assert cells(b"id,answer\n") == []


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(AnswersError, match="empty"):
        cells(b"\n\n")


def test_a_quote_that_is_never_closed_is_refused_at_the_row_it_began_in() -> None:
    with pytest.raises(AnswersError, match=r"x\.csv:3: A quote"):
        cells(b'id,answer\n1,fine\n2,"never closed\n3,swallowed\n')


def test_a_line_without_an_end_is_refused_before_it_fills_the_memory() -> None:
    with pytest.raises(AnswersError, match=r"x\.csv:2: .* longer than"):
        cells(b"id,answer\n1," + b"x" * (LONGEST_LINE + 1))


def test_a_nul_is_kept_for_the_row_to_be_refused() -> None:
    assert cells(b"id,answer\n1,a\0b\n") == [{"id": "1", "answer": "a\0b"}]


def test_a_cut_utf_16_file_is_refused() -> None:
    with pytest.raises(AnswersError, match="not utf-16"):
        cells("id,answer\n1,x\n".encode("utf-16")[:-1])
