"""A point and the examples it gives: "a broker like kafka, sqs" is a broker, and any of kafka and sqs."""

import re
from dataclasses import dataclass

from .pieces import trimmed
from .words import any_of, listed, words


@dataclass(frozen=True, slots=True)
class Opened:
    """A piece with a mark of examples: the head before it, the first example after it.

    A mark after a comma stays with the examples, which then have no head of their own.
    """

    head: str
    first: str


def opened(piece: str) -> Opened | None:
    """Return head and first example of a piece that gives examples, else None."""
    for found in re.finditer(rf"(?:^|\s+)(?:{any_of('examples')})\s+", piece, re.IGNORECASE):
        head = trimmed(piece[: found.start()])
        if not head:
            return Opened("", piece.strip())
        if words(head)[-1] not in listed("no_examples") and "(" not in head:
            return Opened(head, piece[found.end() :].strip())
    return None


def unmarked(text: str) -> str:
    """Return a list of examples without the mark it begins with."""
    return re.sub(rf"^(?:{any_of('examples')})\s+", "", text.strip(), flags=re.IGNORECASE)
