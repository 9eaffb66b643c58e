"""Find a rubric's terms in an answer, from left to right."""

from collections.abc import Sequence
from dataclasses import dataclass

from grader.text import Tokens, is_word

from .vocabulary import Key, Vocabulary

_ARTICLES = frozenset({"a", "an", "the"})
MOST_HITS = 64


@dataclass(frozen=True, slots=True)
class Hit:
    """A term said by the tokens first to last; `sign` -1: by its opposite; `quality` below 1: by a typing slip."""

    first: int
    last: int
    sign: int
    quality: float


@dataclass(frozen=True, slots=True)
class Hits:
    """The hits of each term, in order, at most MOST_HITS a term; and the places of words of the trade."""

    terms: dict[int, list[Hit]]
    trade: tuple[tuple[int, int, Key], ...]
    known: frozenset[int]


def find_hits(tokens: Tokens, vocabulary: Vocabulary) -> Hits:
    """Return where an answer says the vocabulary's terms."""
    places = [i for i, word in enumerate(tokens.words) if word not in _ARTICLES]
    resolved = [vocabulary.resolve(tokens.words[i]) if is_word(tokens.words[i]) else ("", 0.0) for i in places]
    stems = [found[0] for found in resolved]
    terms: dict[int, list[Hit]] = {}
    trade: list[tuple[int, int, Key]] = []
    known: set[int] = set()
    hidden = _idioms(stems, vocabulary)
    for at, name in enumerate(stems):
        if not name:
            continue
        longest = 0
        for length in range(_longest(name, vocabulary), 0, -1):
            key = tuple(stems[at : at + length])
            if len(key) < length or (hidden and _is_hidden(at, length, hidden)):
                continue
            first, last = places[at], places[at + length - 1]
            if key in vocabulary.index.trade:
                longest = longest or length
                if longest == length:
                    trade.append((first, last, key))
            quality = min(found[1] for found in resolved[at : at + length])
            for number, sign in vocabulary.surfaces.get(key, ()):
                known.update(range(first, last + 1))
                _keep(terms.setdefault(number, []), Hit(first, last, sign, quality))
    return Hits(terms, tuple(trade), frozenset(known))


def _keep(found: list[Hit], hit: Hit) -> None:
    if len(found) < MOST_HITS and not (found and found[-1].first <= hit.first <= found[-1].last):
        found.append(hit)


def _longest(name: str, vocabulary: Vocabulary) -> int:
    return max(vocabulary.longest.get(name, 1), vocabulary.index.longest.get(name, 1))


def _idioms(stems: Sequence[str], vocabulary: Vocabulary) -> dict[int, tuple[int, int]]:
    """For each place within an idiom, the first and last place of that idiom."""
    found: dict[int, tuple[int, int]] = {}
    for at, name in enumerate(stems):
        for length in range(vocabulary.index.longest.get(name, 0), 1, -1):
            if tuple(stems[at : at + length]) in vocabulary.index.idioms:
                found.update((place, (at, at + length - 1)) for place in range(at, at + length))
                break
    return found


def _is_hidden(at: int, length: int, hidden: dict[int, tuple[int, int]]) -> bool:
    """An idiom hides what lies within it, but not itself nor what is longer."""
    first, last = hidden.get(at, (0, -1))
    return first <= at and at + length - 1 <= last and length < last - first + 1
