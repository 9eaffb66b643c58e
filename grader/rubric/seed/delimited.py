"""Seeds in CSV or TSV: a header and rows, or two plain columns."""

import csv
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .columns import ADVICE, PLAIN, Columns, columns_of, draft_of, field_of
from .draft import Draft
from .page import Page

COMMAS, TABS = (",", ";"), ("\t",)


class Row(NamedTuple):
    """The cells of a row and its 0-based lines."""

    cells: list[str]
    start: int
    end: int


def names_columns(line: str, marks: Sequence[str]) -> bool:
    """Return whether a line is the header of a table: it names a question and a reference answer."""
    return any({"question", "reference"} <= _fields(line, mark) for mark in marks)


def read_csv(page: Page) -> Iterator[Draft]:
    """Yield the question of each row; commas or semicolons part the cells. Raises SeedError."""
    return _read(page, COMMAS)


def read_tsv(page: Page) -> Iterator[Draft]:
    """Yield the question of each row; tabs part the cells. Raises SeedError."""
    return _read(page, TABS)


def _read(page: Page, marks: Sequence[str]) -> Iterator[Draft]:
    rows = list(_rows(page, _mark(page, marks)))
    if not rows:
        return
    first = rows[0]
    named = columns_of(page, first.cells, first.start + 1)
    columns = named or _plain(page, first)
    for row in rows[1:] if named else rows:
        if len(row.cells) > len(first.cells):
            message = f"The row has {len(row.cells)} cells, the first one {len(first.cells)}. Quote text with commas."
            raise page.fault(message, row.start + 1)
        yield draft_of(page, columns, row.cells, row.start, row.end)


def _plain(page: Page, first: Row) -> Columns:
    if len(first.cells) == 2:
        return PLAIN
    raise page.fault(f"The first row names no question, and has {len(first.cells)} cells. {ADVICE}", first.start + 1)


def _mark(page: Page, marks: Sequence[str]) -> str:
    """The mark that parts the first line into known names, or else into most cells."""
    first = next((line for line in page.lines[page.body :] if line.strip()), "")
    return max(marks, key=lambda mark: (len(_fields(first, mark)), first.count(mark)))


def _fields(line: str, mark: str) -> set[str]:
    return {field for name in line.split(mark) if (field := field_of(name.strip().strip('"')))}


def _rows(page: Page, mark: str) -> Iterator[Row]:
    reader = csv.reader((f"{line}\n" for line in page.lines[page.body :]), delimiter=mark, strict=True)
    start = page.body
    try:
        for cells in reader:
            end = page.body + reader.line_num
            if any(map(str.strip, cells)):
                yield Row(cells, start, end)
            start = end
    except csv.Error as fault:
        message = f"The row cannot be read: {fault}. Double each quote within a quoted cell, and close the cell."
        raise page.fault(message, start + 1) from fault
