"""Questions that compare things: "X vs Y", "when to use X or Y", "the difference between X and Y"."""

import re
from collections.abc import Iterator

_PATTERNS = (
    re.compile(r"(?:differences?|choose|compare|decide)\s+(?:between\s+)?(.+?\s+(?:and|or|with|to)\s+.+)", re.I),
    re.compile(r"when\s+(?:to|would you|do you|should \w+)\s+(?:use|choose|prefer|pick)\s+(.+?\s+or\s+.+)", re.I),
    re.compile(r"(?:^|:\s*|\bis\s+)((?:(?!how|what|why|when)\S+\s+){1,4}?(?:vs\.?|versus)\s+.+)", re.I),
)
_BETWEEN = re.compile(r"\s*,\s*(?:and|or)?\s*|\s+(?:vs\.?|versus|and|or|with)\s+", re.I)
_LONGEST = 4
_SAID_OF = re.compile(
    r"\s*(?::|\b(?:for|when|if|where|is|are|has|have|uses|means|gives|runs|needs|works|lets|keeps|stores|sends|to|in|on)\b)\s*",
    re.IGNORECASE,
)
_CHOICE = re.compile(r"^(?:(?:and|while|whereas|but)\s+)?(?:prefer|use|choose|pick|take)?\s*(?:(?:an?|the)\s+)?", re.I)


def subjects(question: str) -> tuple[str, ...]:
    """Return the things that a question compares, none if it does not compare."""
    text = question.rstrip("? ")
    for pattern in _PATTERNS:
        if found := pattern.search(text):
            parts = [re.sub(r"^(?:an?|the)\s+", "", part) for part in _BETWEEN.split(found[1]) if part.strip()]
            if len(parts) > 1 and all(len(part.split()) <= _LONGEST for part in parts):
                return tuple(parts)
    return ()


def bound(unit: str, compared: tuple[str, ...]) -> tuple[str, str] | None:
    """Return subject and what is said of it: ("GraphQL", "internal products"); None if it names no subject first."""
    rest = unit[_matched(_CHOICE, unit) :]
    for subject in _longest_first(compared):
        if rest.lower().startswith(subject.lower()):
            after = rest[len(subject) :]
            said = after[_matched(_SAID_OF, after) :].strip()
            if any(map(str.isalnum, said)) and after[0] in ": ":
                return subject, said
    return None


def at_subjects(piece: str, compared: tuple[str, ...]) -> list[str]:
    """Return a piece cut at "and" and "while" before a subject: "REST for partners and GraphQL for us"."""
    if not compared:
        return [piece]
    names = "|".join(map(re.escape, _longest_first(compared)))
    cut = rf"(?:\s+(?:and|while|whereas|but)|,)\s+(?=(?:use\s+|prefer\s+)?(?:an?\s+|the\s+)?(?:{names})\b)"
    parts = re.split(cut, piece, flags=re.IGNORECASE)
    return parts if all(bound(part, compared) for part in parts) else [piece]


def _longest_first(compared: tuple[str, ...]) -> Iterator[str]:
    heads = {name.split()[0] for name in compared if len(name.split()) > 1}
    yield from sorted({*compared, *heads}, key=lambda name: (-len(name), name))


def _matched(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.match(text)
    return found.end() if found else 0
