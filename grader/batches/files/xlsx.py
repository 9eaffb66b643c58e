"""Writes a workbook of one sheet with a header that stays in view. The only importer of openpyxl, which is large."""

import re
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from .guard import plain_cell

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
MOST_ROWS = 1_048_575


def write_xlsx(stream: BinaryIO, columns: Sequence[str], rows: Iterable[Sequence[str | float | None]]) -> None:
    """Write a workbook; a character that no workbook may hold is written as its number."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("grades")
    sheet.freeze_panes = "A2"
    sheet.append([_cell(column) for column in columns])
    for row in rows:
        sheet.append([_cell(cell) for cell in row])
    book.save(stream)


def _cell(value: str | float | None) -> str | float | None:
    if not isinstance(value, str):
        return value
    return plain_cell(_ILLEGAL.sub(lambda found: f"\\u{ord(found[0]):04x}", value))
