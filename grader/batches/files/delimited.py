"""Tables of text: CSV, and its kin with semicolons, tabs or bars."""

import csv
from collections.abc import Iterator
from typing import BinaryIO

from grader.errors import AnswersError

from .delimiter import DELIMITERS, delimiter_of
from .encoding import encoding_of
from .lines import LONGEST_LINE, lines
from .row import Table, named, row_of

HEAD = 1 << 16


def read_delimited(stream: BinaryIO, path: str = "", *, encoding: str | None = None) -> Table:
    """Return the table in a stream that can be rewound. Raises AnswersError, also while the rows are read."""
    encoding = encoding or encoding_of(stream)
    head = "".join(line for line in _head(stream, encoding) if line)
    stream.seek(0)
    delimiter = delimiter_of(head)
    records = _records(stream, encoding, delimiter, path)
    first = next(records, None)
    if first is None:
        raise AnswersError("The file is empty. Its first row names the columns.", path=path)
    columns = named(first)
    form = f"a table with {DELIMITERS[delimiter]}s, {encoding}"
    return Table(columns, (row_of(n, columns, cells) for n, cells in enumerate(records, 1)), form)


def _head(stream: BinaryIO, encoding: str) -> Iterator[str | None]:
    size = 0
    for line in lines(stream, encoding):
        yield line
        size += len(line or "")
        if size > HEAD:
            return


def _records(stream: BinaryIO, encoding: str, delimiter: str, path: str) -> Iterator[list[str]]:
    """A quote that is never closed swallows what follows: the record it began in is named."""
    csv.field_size_limit(LONGEST_LINE)
    reader = csv.reader(_whole(stream, encoding, path), delimiter=delimiter, strict=True)
    began = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield cells
            began = reader.line_num + 1
    except csv.Error as cause:
        reason = "A quote that opens in this row is not closed, or a cell goes on after its closing quote"
        raise AnswersError(f"{reason}. Double the quotes within cells.", path=path, line=began) from cause


def _whole(stream: BinaryIO, encoding: str, path: str) -> Iterator[str]:
    for number, line in enumerate(lines(stream, encoding), 1):
        if line is None:
            message = f"The line is longer than {LONGEST_LINE:,} characters. Is this a table?"
            raise AnswersError(message, path=path, line=number)
        yield line
