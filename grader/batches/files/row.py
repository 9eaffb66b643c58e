"""A row of a file of answers, and the table that it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: `number` counts from 1 without the header; `more` are cells that no column stands over."""

    number: int
    cells: dict[str, object]
    fault: str | None = None
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A file of answers being read: `form` says how, in words for a person."""

    columns: tuple[str, ...]
    rows: Iterator[TableRow]
    form: str


def named(header: list[str]) -> tuple[str, ...]:
    """Return the columns' names: trimmed, and each different; a column without one is called by its place."""
    found: list[str] = []
    for place, cell in enumerate(header, 1):
        name = given = " ".join(cell.split()) or f"column {place}"
        count = 1
        while name in found:
            count += 1
            name = f"{given} ({count})"
        found.append(name)
    return tuple(found)


def row_of(number: int, columns: tuple[str, ...], cells: list[str]) -> TableRow:
    """Return a row of text cells: a short one is filled up by nothing at all, a long one has a fault."""
    more = tuple(cells[len(columns) :])
    fault = f"The row has {len(cells)} cells, the header {len(columns)}. Quote the cells." if any(more) else None
    return TableRow(number, dict(zip(columns, cells, strict=False)), fault, more if fault else ())
