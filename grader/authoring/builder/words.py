"""The words that the builder knows constructs by."""

import re
from functools import cache

from grader.text import word_lists

WORD = re.compile(r"[^\s,;:()]+")


@cache
def listed(section: str) -> frozenset[str]:
    """Return a section of `data/constructs.txt`."""
    return frozenset(word_lists("grader.authoring.builder", "constructs.txt")[section])


@cache
def any_of(section: str) -> str:
    """Return a pattern for any entry of a section, the longest first."""
    return "|".join(map(re.escape, sorted(listed(section), key=lambda entry: (-len(entry), entry))))


def words(text: str) -> list[str]:
    """Return the words of a text in lower case, without the punctuation at their ends."""
    return [word for found in WORD.findall(text) if (word := found.strip(".!?'\"").lower())]


def opens_with(text: str, section: str) -> bool:
    """Return whether a text begins with an entry of a section."""
    return re.match(rf"(?:{any_of(section)})(?![\w'])", text, re.IGNORECASE) is not None
