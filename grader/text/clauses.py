"""Divide tokens into clauses and sentences: how far negation and association reach."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from .tokens import is_word
from .wordlists import word_lists

_BREAKS = frozenset(".?;:\n()-")
_SENTENCE_ENDS = frozenset(".?\n")
_JOINS = frozenset({"and", "or", "then"})
_LEADS = frozenset({"and", "or", "then", "so"})
_LISTS = frozenset({"and", "or", "nor"})
_LOOK_AHEAD = 4


class Clauses(NamedTuple):
    """For each token the number of its clause and of its sentence; and which sentences are questions.

    `bounds` are the first and last token of each sentence.
    """

    clause: tuple[int, ...]
    sentence: tuple[int, ...]
    questions: frozenset[int]
    bounds: tuple[tuple[int, int], ...]


def divide(words: tuple[str, ...]) -> Clauses:
    """Return the clauses and sentences of a sequence of tokens."""
    turning = _turning()
    places = [i for i, word in enumerate(words) if word in turning]
    ends = [i + 1 for i in places if words[i] in _SENTENCE_ENDS]
    sentence = _numbered(ends, len(words))
    questions = frozenset([sentence[i] for i in places if words[i] == "?"])
    bounds = tuple([(first, end - 1) for first, end in pairwise([0, *ends, len(words)]) if first < end])
    return Clauses(_numbered(_cuts(words, places), len(words)), sentence, questions, bounds)


def _cuts(words: tuple[str, ...], places: list[int]) -> list[int]:
    """Where the number of the clause goes up, in order; at a place named twice by two."""
    conjunctions = _starters("conjunctions")
    cuts: list[int] = []
    started = -1
    for i in places:
        word = words[i]
        if word in conjunctions and started != i:
            cuts.append(i)
        if word in _BREAKS:
            cuts.append(i + 1)
        elif _is_followed_by_clause(words, i):
            started = i + 1
            cuts.append(started)
    return cuts


def _numbered(cuts: Sequence[int], length: int) -> tuple[int, ...]:
    numbers: list[int] = []
    for number, cut in enumerate(cuts):
        numbers += [number] * (cut - len(numbers))
    return (*numbers, *[len(cuts)] * (length - len(numbers)))


@cache
def _turning() -> frozenset[str]:
    """The tokens at which, or after which, a clause may begin."""
    return _BREAKS | _JOINS | {","} | _starters("conjunctions")


@cache
def _starters(section: str) -> frozenset[str]:
    return frozenset(word_lists("grader.text", "clauses.txt")[section])


def _is_followed_by_clause(words: tuple[str, ...], i: int) -> bool:
    """Return whether the words after a comma or a joining word begin a new clause."""
    if i + 1 == len(words):
        return False
    if words[i] == ",":
        return _opens(words, i + 1)
    return words[i] in _JOINS and _is_subject_or_order(words[i + 1])


def _is_subject_or_order(word: str) -> bool:
    return word in _starters("subjects") or word in _starters("imperatives")


def _opens(words: tuple[str, ...], i: int) -> bool:
    """Return whether the words after a comma begin a new clause rather than go on with a list."""
    word = words[i + 1] if words[i] in _LEADS and i + 1 < len(words) else words[i]
    if _is_subject_or_order(word):
        return True
    verbs = _starters("verbs")
    return words[i] not in _LISTS and any(w in verbs for w in words[i : i + _LOOK_AHEAD] if is_word(w))
