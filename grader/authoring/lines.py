"""Lines of JSON, one object a line; a line that cannot be read is an error with its number, and the others go on."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from grader.errors import AnswerRefused, FileFault

LONGEST_LINE = 1024 * 1024
Row = dict[str, Any]
Item = TypeVar("Item")


def read_lines(path: Path, parse: Callable[[Row, int], Item]) -> tuple[tuple[Item, ...], tuple[str, ...]]:
    """Return what `parse` makes of each object and its line's number, and the errors, each with file and line.

    `parse` may raise ValueError or AnswerRefused. Raises FileFault if the file itself cannot be read.
    """
    items: list[Item] = []
    errors: list[str] = []
    for number, line in enumerate(_bytes(path).splitlines(), 1):
        if line.strip():
            try:
                items.append(parse(_row(line), number))
            except (ValueError, AnswerRefused) as fault:
                errors.append(str(FileFault(str(fault), path=str(path), line=number)))
    return tuple(items), tuple(errors)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as cause:
        raise FileFault(f"The file cannot be read ({cause.strerror}).", path=str(path)) from cause


def _row(line: bytes) -> Row:
    if len(line) > LONGEST_LINE:
        raise ValueError("The line is longer than 1 MiB. Shorten the answer.")
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as cause:
        raise ValueError("The line is not JSON in UTF-8. Write one object a line.") from cause
    if not isinstance(row, dict):
        raise ValueError("The line is not an object. Write one object a line.")
    return row
