"""A batch as a file: what was sent, then what came of it; cells that a spreadsheet would run are made plain."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from grader.batches import Done, Kept, fields_of, plain_row, table_cells, table_header, write_xlsx

AT_ONCE = 500
Pages = Callable[[int], tuple[Kept, ...]]
"""Gives the rows of a batch after a number, the next few hundred; none after the last."""


def columns(pages: Pages) -> tuple[str, ...]:
    """Return the names of all that was sent in any row."""
    found: dict[str, None] = {}
    for row in _rows(pages):
        found.update(dict.fromkeys(_given(row)))
    return tuple(found)


def as_csv(pages: Pages, given: tuple[str, ...]) -> Iterator[str]:
    """Yield a CSV file, some rows at a time."""
    text = io.StringIO()
    writer = csv.writer(text)
    text.write("\ufeff")  # without it, some spreadsheets take it for another encoding
    writer.writerow(plain_row(table_header(given)))
    for number, row in enumerate(_rows(pages), 1):
        writer.writerow(plain_row(table_cells(_done(row), given)))
        if number % AT_ONCE == 0:
            yield _taken(text)
    yield _taken(text)


def as_xlsx(pages: Pages, given: tuple[str, ...], stream: BinaryIO) -> None:
    """Write a workbook."""
    write_xlsx(stream, table_header(given), (table_cells(_done(row), given) for row in _rows(pages)))


def _rows(pages: Pages) -> Iterator[Kept]:
    after = -1
    while rows := pages(after):
        yield from rows
        after = rows[-1].number


def _given(row: Kept) -> dict[str, Any]:
    """What was sent: the columns of the file that a page read are within `fields`."""
    sent = fields_of(row.document)
    if sent is None:
        return {"answer": row.document}
    more = sent.pop("fields", None)
    own = {name: sent[name] for name in ("id", "candidate", "rubric", "answer") if name in sent}
    return {**own, **(more if isinstance(more, dict) else sent)}


def _done(row: Kept) -> Done:
    grade = None if row.grade is None else json.loads(row.grade.model_dump_json())
    error = row.error or ("" if row.outcome else "The row has no result yet.")
    return Done(_given(row), grade, error or None, "")


def _taken(text: io.StringIO) -> str:
    found = text.getvalue()
    text.seek(0)
    text.truncate()
    return found
