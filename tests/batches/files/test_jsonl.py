"""JSON lines."""

from io import BytesIO

import pytest

from grader.batches.files.jsonl import read_jsonl
from grader.batches.files.lines import LONGEST_LINE
from grader.errors import AnswersError


def test_columns_are_the_keys_in_order() -> None:
    assert read_jsonl(BytesIO(b'{"a": 1}\n{"b": 2, "a": 3}\n')).columns == ("a", "b")


def test_a_bad_line_is_a_row_with_a_fault_that_keeps_its_text() -> None:
    rows = list(read_jsonl(BytesIO(b'{"a": 1}\n{"a": \n[]\n\n{"a": 2}')).rows)
    assert [row.fault is None for row in rows] == [True, False, False, True]
    assert rows[1].more == ('{"a": ',)


def test_deep_nesting_and_a_line_too_long_are_faults_of_their_rows() -> None:
    data = b"[" * 100_000 + b"\n" + b"x" * (LONGEST_LINE + 2) + b'\n{"a": 1}\n'
    assert [row.fault is None for row in read_jsonl(BytesIO(data)).rows] == [False, False, True]


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(AnswersError, match="empty"):
        read_jsonl(BytesIO(b"\n"))
