"""One typing slip in a text, the same every time."""

import re
from collections.abc import Iterator

from grader.text import english_words

SHORTEST = 5
WORD = re.compile(r"[A-Za-z]+")


def misspelt(text: str, within: str) -> str:
    """Return a text in which two neighbouring letters of the longest word of `within` have changed places.

    Words of fewer than five letters stay as they are: a slip in them may be another word.
    """
    words = sorted(WORD.findall(within), key=len, reverse=True)
    word = words[0] if words else ""
    slip = _swapped(word)
    return re.sub(rf"\b{re.escape(word)}\b", slip, text, count=1, flags=re.IGNORECASE) if slip else text


def _swapped(word: str) -> str:
    """The two letters are inner ones and differ; what comes out is no English word itself."""
    if len(word) < SHORTEST:
        return ""
    return next((slip for slip in _slips(word) if slip.lower() not in english_words()), "")


def _slips(word: str) -> Iterator[str]:
    for i in (*range(len(word) // 2, len(word) - 2), *range(1, len(word) // 2)):
        if word[i].lower() != word[i + 1].lower():
            yield word[:i] + word[i + 1] + word[i] + word[i + 2 :]
