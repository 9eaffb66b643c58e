"""Reduce a word to its stem. The only importer of PyStemmer."""

from functools import cache, lru_cache

from Stemmer import Stemmer

from .tokens import LONGEST_WORD
from .wordlists import word_lists

_DOUBLED = {"scalabl": "scale", "scalab": "scale", "queu": "queue"}


@lru_cache(maxsize=1)
def _english() -> Stemmer:
    return Stemmer("english")


@cache
def _apart() -> dict[str, str]:
    """The words that Porter's rules would reduce to another word's stem, each with a stem of its own."""
    lines = (line.split() for line in word_lists("grader.text", "stems.txt")["apart"])
    return {word: words[0] for words in lines for word in words}


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the English (Porter 2) stem of a lower-case word; longer words than any in English stay whole."""
    if len(word) > LONGEST_WORD:
        return word[:LONGEST_WORD] + "\u2026"
    apart = _apart().get(word)
    if apart is not None:
        return apart
    found = str(_english().stemWord(word))
    return _DOUBLED.get(found, found)
