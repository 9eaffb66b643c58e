"""Conditions: what stands behind "if" or "when" is supposed, not claimed."""

from collections.abc import Sequence
from functools import cache

from grader.text import Clauses, word_lists

from .cues import Words, find_cues
from .scope import DENIED, clause_of

_LEADING = 2
_PRONOUNS = frozenset({"it", "them", "this", "that", "one"})


def in_condition(i: int, words: Words, clauses: Clauses) -> bool:
    """Return whether a token stands in a clause that opens with a condition: "if it doesn't arrive"."""
    return _opens(clause_of(i, clauses)[0], i, words, "openers")


def denied_conditions(words: Words, clauses: Clauses, signs: Sequence[int], topic: Sequence[int]) -> set[int]:
    """Return the tokens of conditions under which the topic is denied: "when it's complex I would not use it".

    Where a question asks when to use something, the condition is the answer, and denying the thing denies it. `topic`
    are the places that name the thing.
    """
    found: set[int] = set()
    for first, last in clauses.bounds:
        conditions = _conditions(first, last, words, clauses)
        rest = [i for i in range(first, last + 1) if i not in conditions]
        if conditions and _denies(rest, words, signs, topic):
            found |= conditions
    return found


def _conditions(first: int, last: int, words: Words, clauses: Clauses) -> set[int]:
    """The tokens of a sentence's clauses that open with a condition."""
    found: set[int] = set()
    i = first
    while i <= last:
        end = clause_of(i, clauses)[1]
        if _opens(i, end, words, "when"):
            found.update(range(i, end + 1))
        i = end + 1
    return found


def _denies(places: list[int], words: Words, signs: Sequence[int], topic: Sequence[int]) -> bool:
    said = set(places)
    if any(signs[i] == DENIED and (i in topic or words[i] in _PRONOUNS) for i in places):
        return True
    pronoun = any(words[i] in ("it", "it's", "that", "that's", "they", "they're") for i in places)
    cues = find_cues(tuple(words[i] for i in places)) if pronoun and said else []
    return any(cue.section in ("backward", "predicate") for cue in cues)


def _opens(first: int, last: int, words: Words, section: str) -> bool:
    openers = _openers(section)
    return any(words[at] in openers for at in range(first, min(first + _LEADING, last + 1)))


@cache
def _openers(section: str) -> frozenset[str]:
    return frozenset(word_lists("grader.matching", "conditions.txt")[section])
