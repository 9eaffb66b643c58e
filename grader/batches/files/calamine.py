"""Reads a workbook in a process of its own, which may take so much memory and time and no more.

It runs by its path, so that the process loads nothing of the grader. The only importer of python_calamine.
"""

import json
import sys
from typing import Any

MOST_MEMORY = 1536 * 1024 * 1024
MOST_SECONDS = 60
MOST_CELLS = 20_000_000


def main(path: str, sheet: str) -> None:
    """Print a workbook's sheets and then their rows, a JSON value a line; `*` is every sheet, `` those with rows."""
    _limit()
    from python_calamine import CalamineWorkbook  # noqa: PLC0415 - only within the limits

    book = CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        if sheet in ("", "*", name):
            found = book.get_sheet_by_name(name)
            _tell({"sheet": name, "too_large": found.total_height * found.total_width > MOST_CELLS})
            if found.total_height * found.total_width <= MOST_CELLS:
                for row in found.iter_rows():
                    _tell([text_of(cell) for cell in row])
    _tell({"sheets": list(book.sheet_names)})


def _limit() -> None:
    try:
        import resource  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def text_of(cell: Any) -> str:
    """Return a cell as a person sees it: 17.0 is 17, since a workbook knows no whole numbers."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    return cell.isoformat() if hasattr(cell, "isoformat") else str(cell)


def _tell(value: object) -> None:
    sys.stdout.write(json.dumps(value) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
