"""The text of a seed while it is read: lines, blocks of markdown, and the way to name a fault."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from grader.errors import SeedError
from grader.rubric.encoding import decode

MAX_BYTES = 1024 * 1024
MAX_LINES = 20_000


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, list item, table row or other part of a page of markdown; `start` to `end` are its 0-based lines.

    `text` is a heading's words or the first paragraph of an item, `parts` are the texts after it or the cells of a row;
    `level` is that of a heading; the cells of a table's `header` go with each of its rows.
    """

    kind: Literal["heading", "bullet", "number", "row", "text"]
    start: int
    end: int
    text: str = ""
    parts: tuple[str, ...] = ()
    level: int = 0
    header: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a seed; its text begins at the index `body`. `chosen`: the caller named the shape."""

    path: str
    lines: Sequence[str]
    body: int = 0
    blocks: Sequence[Block] = ()
    chosen: bool = False

    def fault(self, message: str, line: int) -> SeedError:
        """Return the error for a 1-based line."""
        return SeedError(message, path=self.path, line=line)


def page_lines(data: bytes, path: str) -> list[str]:
    """Return the lines of a seed's bytes. Raises SeedError: not UTF-8, over 1 MiB or over 20,000 lines."""
    lines = decode(data, limit=MAX_BYTES, path=path, error=SeedError).split("\n")
    if len(lines) > MAX_LINES:
        message = f"The seed has more than {MAX_LINES:,} lines. Split it into smaller files."
        raise SeedError(message, path=path, line=MAX_LINES + 1)
    return lines
