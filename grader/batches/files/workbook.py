"""Answers in a workbook: checked first, then read by a child process that is held to limits."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from grader.errors import AnswersError

from .archive import check_archive
from .row import Table, TableRow, named, row_of

CHILD = Path(__file__).with_name("calamine.py")
ALL = "*"
ENDED = "The workbook could not be read: it is damaged, or larger than it may be. Save the sheet as .csv."
ADVICE = "Name one with --sheet, or all of them with --sheet '*'."


def read_workbook(path: Path, *, sheet: str | None = None) -> Table:
    """Return the rows of a sheet, of the only one with rows, or of all (`*`) if they have the same columns.

    Raises AnswersError, also while the rows are read.
    """
    with path.open("rb") as stream:
        check_archive(stream, str(path))
    chosen = _chosen(path, sheet)
    records = _records(path, sheet or chosen[0])
    columns = _columns(records, str(path))
    rows = _rows(records, columns, path)
    return Table(columns, rows, f"a workbook, {'all sheets' if sheet == ALL else f'sheet {chosen[0]!r}'}")


def _columns(records: Iterator[Any], path: str) -> tuple[str, ...]:
    for record in records:
        if isinstance(record, list) and any(record):
            return named(record)
    raise AnswersError("The sheet is empty. Its first row names the columns.", path=path)


def _rows(records: Iterator[Any], columns: tuple[str, ...], path: Path) -> Iterator[TableRow]:
    number, is_header = 0, False
    for record in records:
        if isinstance(record, dict):
            is_header = "sheet" in record
        elif not any(record):
            continue
        elif is_header:
            is_header = False
            if named(record) != columns:
                raise AnswersError(f"The sheets have different columns. {ADVICE}", path=str(path))
        else:
            number += 1
            yield row_of(number, columns, record)


def _chosen(path: Path, sheet: str | None) -> list[str]:
    """Return the sheets that have rows, of those wanted."""
    full: list[str] = []
    names: list[str] = []
    current = ""
    for record in _records(path, sheet or ""):
        if isinstance(record, dict):
            names = [*names, record["sheet"]] if "sheet" in record else record["sheets"]
            current = record.get("sheet", current)
        elif any(record) and current not in full:
            full.append(current)
    if sheet not in (None, ALL) and sheet not in names:
        raise AnswersError(f"There is no such sheet. There are: {', '.join(names)}.", path=str(path))
    if not full:
        raise AnswersError("The sheet is empty. Its first row names the columns.", path=str(path))
    if sheet is None and len(full) > 1:
        raise AnswersError(f"Several sheets hold rows: {', '.join(full)}. {ADVICE}", path=str(path))
    return full


def _records(path: Path, sheet: str) -> Iterator[Any]:
    """Yield what the child tells: a sheet's name, its rows, and at the end the names of all sheets."""
    command = [sys.executable, "-I", str(CHILD), str(path.absolute()), sheet]
    with TemporaryFile() as errors:
        child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True, encoding="ascii")
        try:
            assert child.stdout is not None
            yield from _told(child.stdout, str(path))
            if child.wait() != 0:
                raise AnswersError(ENDED, path=str(path))
        finally:
            child.kill()
            child.wait()
            if child.stdout is not None:
                child.stdout.close()


def _told(output: IO[str], path: str) -> Iterator[Any]:
    for line in output:
        try:
            record = json.loads(line)
        except ValueError as cause:
            raise AnswersError(ENDED, path=path) from cause
        if isinstance(record, dict) and record.get("too_large"):
            raise AnswersError("The sheet spans more cells than can be read. Save it as .csv.", path=path)
        yield record
