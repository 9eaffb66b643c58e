"""Conditions: what stands behind "if" or "when" is supposed, not claimed."""

from collections.abc import Container, Iterable, Sequence
from functools import cache

from grader.text import Clauses, is_word, word_lists

from .cues import Words, find_cues
from .scope import DENIED, DRAWBACKS, VERDICTS, clause_of

_LEADING, _PREFERENCE = 2, 16
_PRONOUNS = frozenset({"it", "them", "this", "that", "one"})
_FOR = frozenset({"for", "in", "with", "on"})
_RATHER = frozenset({"rather", "instead", "enough", "suffice", "suffices"})
_NEGATORS = frozenset({"don't", "doesn't", "not", "never", "won't", "wouldn't", "hardly", "rarely"})
_NEEDS = frozenset({"need", "needs", "want", "deserve", "justify", "require", "warrant", "merit", "call"})


def in_condition(i: int, words: Words, clauses: Clauses) -> bool:
    """Return whether a token stands in a clause that opens with a condition: "if it doesn't arrive"."""
    return _opens(clause_of(i, clauses)[0], i, words, "openers")


def denied_conditions(words: Words, clauses: Clauses, signs: Sequence[int], topic: Container[int]) -> set[int]:
    """Return the tokens of conditions under which the topic is denied: "when it's complex I would not use it".

    Where a question asks when to use something, the condition is the answer, and denying the thing denies it. `topic`
    are the places that name the thing.
    """
    found: set[int] = set()
    for first, last in clauses.bounds:
        conditions = _conditions(first, last, words, clauses)
        rest = [i for i in range(first, last + 1) if i not in conditions]
        places = rest if any(map(is_word, (words[i] for i in rest))) else range(first, last + 1)
        if conditions and (_denies(rest, words, signs, topic) or _names_another(places, words, topic)):
            found |= conditions
        found |= _without_topic(first, last, words, clauses, topic)
    return found


def _names_another(places: Iterable[int], words: Words, topic: Container[int]) -> bool:
    """Whether something else is chosen instead: "when it is complex I'd use an engine instead"."""
    said = {words[i]: i in topic for i in places}
    return "instead" in said and not any(said.values())


def _without_topic(first: int, last: int, words: Words, clauses: Clauses, topic: Container[int]) -> set[int]:
    """The conditions of "for a payment I'd rather keep flags" and of "a payment doesn't need one"."""
    found: set[int] = set()
    i = first
    while i <= last:
        end = clause_of(i, clauses)[1]
        found.update(range(i, _prefers_another(i, last, words, topic)))
        found.update(range(i, _needs_none(i, end, words, topic)))
        i = end + 1
    return found


def _prefers_another(first: int, last: int, words: Words, topic: Container[int]) -> int:
    """Where "for a payment I'd rather keep flags" ends, `first` if it is no such sentence."""
    if words[first] not in _FOR:
        return first
    rather = next((i for i in range(first, min(first + _PREFERENCE, last + 1)) if words[i] in _RATHER), last)
    end = next((i for i in range(rather, last) if words[i] == ","), last)
    return first if rather == last or any(i in topic for i in range(first, end + 1)) else rather


def _needs_none(first: int, last: int, words: Words, topic: Container[int]) -> int:
    """Where the denial of "a payment doesn't need one" begins, `first` if it is no such clause."""
    for at in range(first, last - 1):
        if words[at] in _NEGATORS and words[at + 1] in _NEEDS:
            after = range(at + 2, min(at + 5, last + 1))
            return at if any(words[i] in _PRONOUNS or i in topic for i in after) else first
    return first


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


def _denies(places: list[int], words: Words, signs: Sequence[int], topic: Container[int]) -> bool:
    said = set(places)
    if any(signs[i] == DENIED and (i in topic or words[i] in _PRONOUNS) for i in places):
        return True
    pronoun = any(words[i] in ("it", "it's", "that", "that's", "they", "they're") for i in places)
    cues = find_cues(tuple(words[i] for i in places)) if pronoun and said else []
    return any(cue.section in VERDICTS - DRAWBACKS for cue in cues)


def _opens(first: int, last: int, words: Words, section: str) -> bool:
    openers = _openers(section)
    return any(words[at] in openers for at in range(first, min(first + _LEADING, last + 1)))


@cache
def _openers(section: str) -> frozenset[str]:
    return frozenset(word_lists("grader.matching", "conditions.txt")[section])
