"""Rows out of bodies."""

from io import BytesIO

import pytest

from grader.batches.files import Questions
from grader.batches.reading import LONGEST_LINE, csv_documents, documents
from grader.errors import BatchRefused

from .making import RUBRIC

QUESTIONS = Questions([(RUBRIC, "When to use cache?")])


def test_lines_are_rows_whatever_ends_them() -> None:
    assert list(documents(BytesIO(b'\xef\xbb\xbf{"a":1}\r\n\n  \n{"b":2}'))) == ['{"a":1}', '{"b":2}']


@pytest.mark.parametrize("body", [b"a\n\xff\n", b"a\n\0\n", b"a\n" + b"b" * (LONGEST_LINE + 1)])
def test_a_line_that_cannot_be_read_is_named(body: bytes) -> None:
    with pytest.raises(BatchRefused, match="Line 2"):
        list(documents(BytesIO(body)))


def test_a_line_of_the_longest_length_is_read() -> None:
    assert [len(line) for line in documents(BytesIO(b"a" * LONGEST_LINE + b"\n"))] == [LONGEST_LINE]


def test_csv_is_read_by_its_columns() -> None:
    body = f"id,candidate,rubric,answer\na-1,c-1,{RUBRIC},For slow queries.\na-2,c-1,{RUBRIC},\n"
    found = list(csv_documents(BytesIO(body.encode()), QUESTIONS, None))
    assert '"answer": "For slow queries."' in found[0]
    assert '"answer": ""' in found[1]


def test_csv_that_does_not_say_what_is_what_is_refused() -> None:
    with pytest.raises(BatchRefused):
        list(csv_documents(BytesIO(b"a,b\n1,2\n"), QUESTIONS, None))
