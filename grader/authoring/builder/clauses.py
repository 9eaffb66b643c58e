"""A sentence of prose cut into clauses that each say something."""

import re
from collections.abc import Iterator

from .pieces import pieces
from .words import listed, opens_with, words

_JOIN = re.compile(r",\s+(?:and|but|while|whereas|so)\s+", re.IGNORECASE)
_SHORT = 4


def clauses(sentence: str) -> tuple[str, ...]:
    """Return the clauses of a sentence; a list of advice ("Use a, avoid b") is cut as one."""
    listed_points = pieces(sentence)
    if len(listed_points) > 1 and _is_list(listed_points):
        return listed_points
    return tuple(_at_joins(sentence))


def _is_list(points: tuple[str, ...]) -> bool:
    if all(opens_with(point, "openers") for point in points):
        return True
    names = all(len(words(point)) <= _SHORT and _has_no_verb(point) for point in points)
    return names and len(points) > 2


def _at_joins(sentence: str) -> Iterator[str]:
    start = 0
    for found in _JOIN.finditer(sentence):
        before, after = sentence[start : found.start()], sentence[found.end() :]
        if _stands_alone(before) and not _has_no_verb(" ".join(after.split()[:6])):
            yield before
            start = found.end()
    yield sentence[start:]


def _stands_alone(text: str) -> bool:
    """A clause has a verb of the list, or is long enough to have another."""
    return not _has_no_verb(text) or ("," not in text and len(words(text)) >= _SHORT)


def _has_no_verb(text: str) -> bool:
    return listed("finite").isdisjoint(words(text))
