"""Seeds that are tables of markdown: question, reference answer and, if there are any, weights."""

from collections.abc import Iterator

from .columns import ADVICE, PLAIN, Columns, columns_of, draft_of
from .draft import Draft
from .page import Block, Page


def looks_like_questions(page: Page) -> list[Block]:
    """Return the rows of tables whose header names a question and a reference answer."""
    return [row for row in _rows(page) if _columns(page, row)]


def read_tables(page: Page) -> Iterator[Draft]:
    """Yield the question of each row. Tables with other headers are left out, unless the caller chose this shape."""
    for row in _rows(page):
        if columns := _columns(page, row):
            yield draft_of(page, columns, row.parts, row.start, row.end)


def _rows(page: Page) -> list[Block]:
    return [block for block in page.blocks if block.kind == "row" and any(block.parts)]


def _columns(page: Page, row: Block) -> Columns | None:
    found = columns_of(page, row.header, row.start + 1)
    if found is None and page.chosen:
        if len(row.header) != 2:
            raise page.fault(f"The table's header names no question. {ADVICE}", row.start + 1)
        return PLAIN
    return found
