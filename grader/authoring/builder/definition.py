"""Questions that ask what something is: one definition, and the example it gives."""

import re

from grader.text import is_light, is_stop

from .pieces import trimmed
from .words import any_of, listed, words

_ASKS = re.compile(r"(?:what(?:'s|\s+is|\s+are)|define|what\s+does)\s+(.+)", re.IGNORECASE)
_LONGEST = 6
_PARTS = re.compile(r",\s+|\s+(?=without\s)|\s+(?:so that|such that|and then)\s+", re.IGNORECASE)
_GENUS = re.compile(r"^(?:an?|the)\s+(?:[\w-]+\s+){1,3}?(?:that|which|who|where)\s+", re.IGNORECASE)


def asks_for_definition(question: str) -> bool:
    """Return whether a question asks what something is, and not for a list of its kinds, parts or reasons."""
    found = _ASKS.match(question.strip())
    if found is None:
        return False
    asked = words(found[1])
    return len(asked) <= _LONGEST and listed("kinds").isdisjoint(asked)


def definition(text: str) -> tuple[str, ...]:
    """Return the definition and, if the text gives one, the example."""
    mark = re.compile(rf"(?:^|[,;.:(]\s*)(?=(?:{any_of('example')})(?![\w']))", re.IGNORECASE)
    found = mark.search(text)
    if found is None:
        return (trimmed(text),)
    parts = trimmed(text[: found.start()]), trimmed(text[found.end() :].rstrip(")"))
    return tuple(part for part in parts if part)


def parts(text: str) -> tuple[str, ...]:
    """Return the parts of a definition: what it is, and what holds of it."""
    cut = (_GENUS.sub("", trimmed(part)) for part in _PARTS.split(text))
    return tuple(part for part in cut if any(map(str.isalnum, part)) and not _is_empty(part))


def _is_empty(part: str) -> bool:
    return all(is_stop(word) or is_light(word) for word in words(part))


def example_of(text: str) -> str:
    """Return an example without the words that announce it."""
    return re.sub(rf"^(?:{any_of('example')})\s*(?:\bis\b|:|\bof\b)?\s*", "", text, flags=re.IGNORECASE)
