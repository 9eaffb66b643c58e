"""A reference answer cut into sentences, and whether it is prose or a list of points."""

import re

from .words import listed, words

_END = re.compile(r"(?<!\be\.g)(?<!\bi\.e)(?<!\bvs)(?<!\betc)(?:[.!?]+(?=\s|$)|;)|\n+")
_SHORTEST = 8


def sentences(reference: str) -> tuple[str, ...]:
    """Return the sentences of a reference, as written, without the marks that end them."""
    parts = (part.strip(" \t,") for part in _END.split(reference))
    return tuple(part for part in parts if any(map(str.isalnum, part)))


def is_prose(sentence: str, *, among: int) -> bool:
    """Return whether a sentence, one `among` so many, tells something rather than lists points."""
    said = words(sentence)
    has_verb, is_capital = not listed("finite").isdisjoint(said), sentence[:1].isupper()
    return (has_verb or is_capital) if among > 1 else (has_verb and is_capital and len(said) >= _SHORTEST)
