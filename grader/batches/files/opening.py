"""Opens a file of answers by what it is: its first bytes, then its ending."""

import codecs
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from grader.errors import AnswersError

from .delimited import read_delimited
from .jsonl import read_jsonl
from .row import Table
from .workbook import read_workbook

WORKBOOK, OLD_WORKBOOK = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
JSON_LINES = (".jsonl", ".ndjson", ".json")


@contextmanager
def open_answers(path: Path, *, sheet: str | None = None, encoding: str | None = None) -> Iterator[Table]:
    """Give the table in a file, for as long as the block runs. Raises AnswersError."""
    if encoding is not None:
        _check(encoding)
    stream = _opened(path)
    try:
        yield _table(stream, path, sheet, encoding)
    finally:
        stream.close()


def _table(stream: BinaryIO, path: Path, sheet: str | None, encoding: str | None) -> Table:
    magic = stream.read(4)
    if magic == OLD_WORKBOOK:
        raise AnswersError("This is a workbook of an old kind. Save it as .xlsx or .csv.", path=str(path))
    if magic == WORKBOOK:
        return read_workbook(path, sheet=sheet)
    if path.suffix.lower() in JSON_LINES:
        return read_jsonl(stream, str(path), encoding=encoding)
    return read_delimited(stream, str(path), encoding=encoding)


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except (OSError, ValueError) as cause:
        reason = getattr(cause, "strerror", None) or "this cannot be a file's name"
        raise AnswersError(f"The file cannot be read ({reason}).", path=str(path)) from cause


def _check(encoding: str) -> None:
    try:
        codecs.lookup(encoding)
    except LookupError as cause:
        raise AnswersError(f"No encoding is called {encoding[:40]!r}. Try utf-8 or cp1252.") from cause
