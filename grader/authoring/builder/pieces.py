"""A list of points cut into pieces: at commas, at "and to", at a last "and", where a comma is missing."""

import re
from collections.abc import Iterator

from .words import any_of, listed, opens_with, words

_COMMA = re.compile(r",(?![^()]*\))(?!\d)|(?:^|\s)\(?\d{1,2}\)\s+")
_LEADING = re.compile(r"^(?:and|or|then)\s+", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_ADVICE = re.compile(r"(?:\s+(?:and|but))?\s+(?=(?:avoid|prefer|never)\s)", re.IGNORECASE)
_ATTACHES = frozenset(
    ["to", "should", "must", "we", "you", "i", "would", "can", "will", "may", "not", "also", "please"]
)
_AND_TO = re.compile(r"\s+and\s+(?=to\s)", re.IGNORECASE)
SHORT = 3


def pieces(text: str) -> tuple[str, ...]:
    """Return the points of a list, as written, without what joins them."""
    advice = any(opens_with(piece, "openers") for piece in _at_commas(text))
    found = [part for piece in _at_commas(text) for part in (_at_advice(piece) if advice else [piece])]
    found = [part for piece in found for part in _AND_TO.split(piece)]
    found = [part for piece in found for part in _at_verb(piece)]
    return tuple(_last(found))


def _at_commas(text: str) -> list[str]:
    parts = (trimmed(_LEADING.sub("", part.strip())) for part in _COMMA.split(text))
    return [part for part in parts if any(map(str.isalnum, part))]


def trimmed(text: str) -> str:
    """Return a text without blanks and punctuation at its ends."""
    return text.strip(" \t.,;:!?")


def _at_advice(piece: str) -> Iterator[str]:
    """A comma is often forgotten before "avoid" and "prefer"."""
    start = 0
    for found in _ADVICE.finditer(piece):
        before = words(piece[start : found.start()])
        if len(before) > 1 and before[-1] not in listed("governing"):
            yield piece[start : found.start()]
            start = found.end()
    yield piece[start:]


def _at_verb(piece: str) -> list[str]:
    """In "to automate deployment and simplify setup" there are two purposes."""
    if words(piece)[:1] != ["to"]:
        return [piece]
    return re.split(rf"\s+and\s+(?=(?:{any_of('verbs')})\s)", piece, flags=re.IGNORECASE)


def _last(found: list[str]) -> Iterator[str]:
    """The "and" of "metrics, traces and logs" ends a list; that of "read and write concern" does not."""
    yield from found[:-1]
    sides = _AND.split(found[-1]) if found else []
    if len(sides) == 2 and _are_items([*found[:-1], *sides], sides):
        yield from sides
    else:
        yield from found[-1:]


def _are_items(all_items: list[str], sides: list[str]) -> bool:
    left, right = (len(words(side)) for side in sides)
    short = all(len(words(item)) <= SHORT and listed("finite").isdisjoint(words(item)) for item in all_items)
    alike = left == right and len({opens_with(side, "openers") for side in sides}) == 1
    return short and (len(all_items) > 2 or alike)
