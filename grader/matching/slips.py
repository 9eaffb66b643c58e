"""Typing slips in function words and in words that deny: "I would nto use it" denies, as "not" does."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from grader.text import english_words, stop_words, word_lists

from .cues import Words

SHORTEST, LONGER = 3, 5
_DENYING = ("forward", "forward-adverb", "forward-short", "contrast")


def mended(words: Words) -> Words:
    """Return some words with the slips in function words and in words that deny put right."""
    slips = _slips()
    if slips.keys().isdisjoint(words):
        return words
    return tuple([slips.get(word, word) for word in words])


@cache
def _slips() -> dict[str, str]:
    """Each slip of one letter that is no word itself, and what is meant."""
    lists = word_lists("grader.matching", "cues.txt")
    denying = {entry for section in _DENYING for entry in lists[section] if " " not in entry}
    longer = {word for word in stop_words() if len(word) > SHORTEST}
    meant = sorted(word for word in denying | longer if word.replace("'", "").isalpha())
    words = english_words() | stop_words() | denying
    return {slip: word for word in meant for slip in _slips_of(word) if slip not in words}


def _slips_of(word: str) -> Iterator[str]:
    """Yield a word with a letter doubled, two swapped, or one missing: the first letter of a short word stays."""
    for at, (letter, after) in enumerate(pairwise(word + " ")):
        yield word[:at] + letter + word[at:]
        if at + 1 < len(word) and (at or len(word) > SHORTEST):
            yield word[:at] + after + letter + word[at + 2 :]
        if at and len(word) >= LONGER:
            yield word[:at] + word[at + 1 :]
