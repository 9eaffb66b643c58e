"""Slugs: the names of seeds, rubrics and concepts in addresses and file names."""

import re
import unicodedata

MAX_LENGTH = 100
WORD = re.compile(r"[a-z0-9]+")


def slugify(text: str) -> str:
    """Return the words of `text` in a-z and 0-9, joined by `-`, at most 100 characters; empty if there are none."""
    whole = "-".join(WORD.findall(_folded(text)))
    if len(whole) <= MAX_LENGTH:
        return whole
    return whole[: MAX_LENGTH + 1].rpartition("-")[0] or whole[:MAX_LENGTH]


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    # One character at a time: to normalise a long run of combining marks at once takes quadratic time.
    letters = "".join(unicodedata.normalize("NFKD", letter) for letter in text)
    return "".join(letter for letter in letters.casefold() if not unicodedata.combining(letter))
