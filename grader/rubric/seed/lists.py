"""Seeds that are lists: `- question? answer` or `1. question? answer`; the answer may stand indented below."""

from collections.abc import Iterator
from typing import Literal

from .draft import Draft, lines_of, split_question
from .page import Block, Page

Kind = Literal["bullet", "number"]
ADVICE = {
    "bullet": "Write `- question? answer`, or the answer indented on the lines below.",
    "number": "Write `1. question? answer`, or the answer indented on the lines below.",
}


def looks_like_questions(page: Page, kind: Kind) -> list[Block]:
    """Return the items of a kind that hold a question."""
    return [item for item in items(page, kind) if split_question(item.text)]


def items(page: Page, kind: Kind) -> list[Block]:
    """Return the items of a kind that are not empty and stand in no other item."""
    return [block for block in page.blocks if block.kind == kind and block.text]


def read_list(page: Page, kind: Kind) -> Iterator[Draft]:
    """Yield the question of each item. Raises SeedError for an item without one."""
    for item in items(page, kind):
        asked = split_question(item.text)
        if asked is None:
            raise page.fault(f"No `?` with a blank after it ends the question. {ADVICE[kind]}", item.start + 1)
        question, rest = asked
        yield Draft(question, lines_of([rest, *item.parts]), item.start, item.end)
