"""Divide tokens into clauses and sentences: how far negation and association reach."""

from collections.abc import Sequence
from functools import cache
from itertools import compress, count, pairwise
from typing import NamedTuple

from .tokens import is_word
from .wordlists import word_lists

_BREAKS = frozenset(".?;:\n()-")
_SENTENCE_ENDS = frozenset(".?\n")
_JOINS = frozenset({"and", "or", "then"})
_LEADS = frozenset({"and", "or", "then", "so"})
_LISTS = frozenset({"and", "or", "nor"})
_LOOK_AHEAD = 4
_TAG_AFTER = 2
_CLAUSE = 4


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
    places = list(compress(count(), map(_turning().__contains__, words)))
    ends = [i + 1 for i in places if words[i] in _SENTENCE_ENDS]
    sentence = _numbered(ends, len(words))
    questions = frozenset([sentence[i] for i in places if words[i] == "?" and not _is_tag(words, i)])
    bounds = tuple([(first, end - 1) for first, end in pairwise([0, *ends, len(words)]) if first < end])
    return Clauses(_numbered(_cuts(words, places), len(words)), sentence, questions, bounds)


def _is_tag(words: tuple[str, ...], i: int) -> bool:
    """Return whether a question mark ends no question but a tag: "we cache it, right?"."""
    return i > _TAG_AFTER and words[i - 1] in _starters("tags")


def _cuts(words: tuple[str, ...], places: list[int]) -> list[int]:
    """Where the number of the clause goes up, in order; at a place named twice by two."""
    cuts: list[int] = []
    started = -1
    in_condition = False
    for i in places:
        if started != i and (_joins_clause(words, i) or (in_condition and words[i] in _starters("contracted"))):
            cuts.append(i)
            in_condition = words[i] in _starters("conditions")
        if words[i] in _BREAKS:
            cuts.append(i + 1)
            in_condition = False
        elif i + 1 < len(words) and (_goes_on(words, i, max(cuts, default=0)) or (in_condition and words[i] == ",")):
            started = i + 1
            cuts.append(started)
            in_condition = False
    return cuts


def _goes_on(words: tuple[str, ...], i: int, start: int) -> bool:
    """Return whether the words after a comma or a joining word begin a new clause; `start`: where this one began."""
    return _is_followed_by_clause(words, i) or (words[i : i + 2] == (",", "and") and _is_statement(words, i, start))


def _is_statement(words: tuple[str, ...], i: int, start: int) -> bool:
    """Of ", and X is" after a clause of some length; a shorter one, or one with commas, may be a list."""
    clause = words[start:i]
    return len(clause) >= _CLAUSE and "," not in clause and any(w in _starters("verbs") for w in words[i + 2 : i + 5])


def _joins_clause(words: tuple[str, ...], i: int) -> bool:
    """Return whether a clause begins with a conjunction: "but", "because", "so we", "thanks to"."""
    word = words[i]
    if word in _starters("conjunctions"):
        return True
    after = words[i + 1] if i + 1 < len(words) else ""
    if word == "so":
        return _is_subject_or_order(after) or after in _starters("determiners")
    return f"{word} {after}" in _starters("pairs")


def _numbered(cuts: Sequence[int], length: int) -> tuple[int, ...]:
    numbers: list[int] = []
    for number, cut in enumerate(cuts):
        numbers += [number] * (cut - len(numbers))
    return (*numbers, *[len(cuts)] * (length - len(numbers)))


@cache
def _turning() -> frozenset[str]:
    """The tokens at which, or after which, a clause may begin."""
    pairs = frozenset(pair.split()[0] for pair in _starters("pairs"))
    return _BREAKS | _JOINS | {",", "so"} | _starters("conjunctions") | _starters("contracted") | pairs


@cache
def _starters(section: str) -> frozenset[str]:
    return frozenset(word_lists("grader.text", "clauses.txt")[section])


def _is_followed_by_clause(words: tuple[str, ...], i: int) -> bool:
    """Return whether the words after a comma or a joining word begin a new clause.

    What "and then" adds to an action and what is joined to its like ("read and write") belong to the same clause.
    """
    before = words[i - 1] if i else ""
    if words[i] == ",":
        return _opens(words, i + 1)
    if words[i] not in _JOINS or (words[i] == "then" and before == "and"):
        return False
    return _is_subject_or_order(words[i + 1]) and before not in _starters("imperatives")


def _is_subject_or_order(word: str) -> bool:
    return word in _starters("subjects") or word in _starters("imperatives")


def _opens(words: tuple[str, ...], i: int) -> bool:
    """Return whether the words after a comma begin a new clause rather than go on with a list."""
    word = words[i + 1] if words[i] in _LEADS and i + 1 < len(words) else words[i]
    if _is_subject_or_order(word):
        return True
    verbs = _starters("verbs")
    return words[i] not in _LISTS and any(w in verbs for w in words[i : i + _LOOK_AHEAD] if is_word(w))
