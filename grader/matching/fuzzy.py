"""Recognise a mistyped word. The only importer of rapidfuzz."""

from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from grader.text import english_words

SHORTEST, LONGER, LONGEST = 5, 8, 32


def nearest(word: str, known: Sequence[str]) -> str | None:
    """Return the known word that `word` is a typing slip of, or None.

    One slip (a letter wrong, missing, doubled or swapped) in words of five to seven letters, two in longer ones;
    the first letter must agree, or be swapped with the second. A common English word is never a slip.
    """
    if not SHORTEST <= len(word) <= LONGEST or _is_english(word) or not word.isalpha():
        return None
    limit = 1 if len(word) < LONGER else 2
    found = process.extractOne(word, known, scorer=OSA.distance, score_cutoff=limit)
    if found is None or not _same_start(word, found[0]) or (limit == 2 and len(found[0]) < LONGER - 1):
        return None
    return str(found[0])


def _is_english(word: str) -> bool:
    """A common word, or the plural of one."""
    return word in english_words() or (word.endswith("s") and word[:-1] in english_words())


def _same_start(word: str, known: str) -> bool:
    return word[0] == known[0] or (word[:2] == known[1::-1])
