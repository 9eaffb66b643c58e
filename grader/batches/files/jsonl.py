"""Answers as JSON, an object a line."""

import json
from collections.abc import Iterator
from itertools import chain, islice
from typing import BinaryIO

from grader.errors import AnswersError

from .encoding import encoding_of
from .lines import lines
from .row import Table, TableRow

SAMPLE = 200


def read_jsonl(stream: BinaryIO, path: str = "", *, encoding: str | None = None) -> Table:
    """Return the rows in a stream that can be rewound; a line that is no object is a row with a fault.

    The columns are the keys of the first 200 rows, in order. Raises AnswersError for a file without a row.
    """
    encoding = encoding or encoding_of(stream)
    rows = _rows(stream, encoding)
    first = list(islice(rows, SAMPLE))
    if not first:
        raise AnswersError("The file is empty. Write a JSON object a line.", path=path)
    columns = tuple(dict.fromkeys(key for row in first for key in row.cells))
    return Table(columns, chain(first, rows), f"JSON lines, {encoding}")


def _rows(stream: BinaryIO, encoding: str) -> Iterator[TableRow]:
    number = 0
    for line in lines(stream, encoding):
        if line is None or line.strip():
            number += 1
            yield _row(number, line)


def _row(number: int, line: str | None) -> TableRow:
    if line is None:
        return TableRow(number, {}, "The line is too long.")
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return TableRow(number, {}, "The line is not JSON.", (line.rstrip("\r\n"),))
    if not isinstance(found, dict):
        return TableRow(number, {}, "The line is not a JSON object.", (line.rstrip("\r\n"),))
    return TableRow(number, found)
