"""Reduce a word to its stem. The only importer of PyStemmer."""

from functools import lru_cache

from Stemmer import Stemmer

from .tokens import LONGEST_WORD

_DOUBLED = {"scalabl": "scale", "scalab": "scale", "queu": "queue"}


@lru_cache(maxsize=1)
def _english() -> Stemmer:
    return Stemmer("english")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the English (Porter 2) stem of a lower-case word; longer words than any in English stay whole."""
    if len(word) > LONGEST_WORD:
        return word[:LONGEST_WORD] + "\u2026"
    found = str(_english().stemWord(word))
    return _DOUBLED.get(found, found)
