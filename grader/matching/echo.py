"""Find the question repeated in the answer: its own words earn nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress, count, islice

from grader.text import empty_words, is_word, stem, tokenize

_SHORTEST = 3
_SHARE = 0.75
_MOST_STARTS = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """A question's stems in order, those of its words that carry an idea, and whether it asks when to do something."""

    stems: tuple[str, ...]
    content: frozenset[str]
    asks_when: bool


def asked(question: str) -> Asked:
    """Return a question made ready for comparison."""
    words = [word for word in tokenize(question).words if is_word(word)]
    content = frozenset(stem(word) for word in words if word not in empty_words())
    return Asked(tuple(map(stem, words)), content, words[:1] == ["when"])


def echoed(stems: Sequence[str], question: Asked) -> set[int]:
    """Return the places of an answer's tokens (by their stems, empty for marks) that repeat most of a question."""
    if len(question.stems) < _SHORTEST:
        return set()
    found: set[int] = set()
    begins = map(frozenset(question.stems[:2]).__contains__, stems)
    for start in islice(compress(count(), begins), _MOST_STARTS):
        places = _run(stems, start, question.stems)
        telling = any(stems[i] in question.content for i in places)
        if telling and len(places) >= max(_SHORTEST, _SHARE * len(question.stems)):
            found.update(range(places[0], places[-1] + 1))
    return found


def _run(stems: Sequence[str], start: int, wanted: tuple[str, ...]) -> list[int]:
    """The places from `start` on that follow the question's words in order, leaving out at most one at a time."""
    places: list[int] = []
    position = 0
    for at in range(start, len(stems)):
        ahead = wanted[position : position + 2]
        if stems[at] in ahead:
            position += ahead.index(stems[at]) + 1
            places.append(at)
        elif stems[at] or not ahead:
            break
    return places
