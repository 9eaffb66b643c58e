"""Cells that a spreadsheet would run as a formula, made plain text."""

import re
from collections.abc import Iterable

# Fullwidth signs count as the plain ones in some spreadsheets; blanks before the sign are skipped by others.
_FORMULA = re.compile(r"[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")


def plain_cell(text: str) -> str:
    """Return a cell's text with an apostrophe before it if a spreadsheet might run it.

    After https://owasp.org/www-community/attacks/CSV_Injection.
    """
    return f"'{text}" if _FORMULA.match(text) and not _is_number(text) else text


def plain_row(cells: Iterable[object]) -> list[object]:
    """Return a row's cells, each text made plain."""
    return [plain_cell(cell) if isinstance(cell, str) else cell for cell in cells]


def _is_number(text: str) -> bool:
    return re.fullmatch(r"[+-]?\d+(\.\d+)?", text) is not None
