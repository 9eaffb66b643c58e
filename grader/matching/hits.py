"""Find a rubric's terms in an answer, from left to right."""

from collections.abc import Sequence
from typing import NamedTuple

from .vocabulary import Key, Seconds, Terms, Vocabulary

_ARTICLES = frozenset({"a", "an", "the"})
MOST_HITS = 64


class Hit(NamedTuple):
    """A term said by the tokens first to last; `sign` -1: by its opposite; `quality` below 1: by a typing slip."""

    first: int
    last: int
    sign: int
    quality: float


class Hits(NamedTuple):
    """The hits of each term, in order, at most MOST_HITS a term; and the places of words of the trade.

    `opposed` are the terms that the answer says by their opposites.
    """

    terms: dict[int, list[Hit]]
    opposed: frozenset[int]
    trade: tuple[tuple[int, int, Key], ...]
    known: frozenset[int]


def find_hits(words: tuple[str, ...], stems: Sequence[str], vocabulary: Vocabulary) -> Hits:
    """Return where an answer (its words and their stems) says the vocabulary's terms; articles may stand within."""
    places = [i for i, word in enumerate(words) if word not in _ARTICLES]
    stems = [stems[i] for i in places]
    hidden = _idioms(stems, vocabulary)
    said = _said(stems, hidden, vocabulary)
    slips = _slips([words[i] for i in places], vocabulary)
    terms: dict[int, list[Hit]] = {}
    opposed = set()
    known: set[int] = set()
    for at, length, numbers in said:
        first, last = places[at], places[at + length - 1]
        quality = min(slips[at : at + length]) if slips else 1.0
        known.update(places[at : at + length])
        hit = Hit(first, last, 1, quality)
        for number, sign in numbers:
            found = terms.get(number)
            if found is None:
                terms[number] = [hit if sign > 0 else Hit(first, last, sign, quality)]
            elif len(found) < MOST_HITS and not found[-1].first <= first <= found[-1].last:
                found.append(hit if sign > 0 else Hit(first, last, sign, quality))
            if sign < 0:
                opposed.add(number)
    return Hits(terms, frozenset(opposed), _trade(stems, places, hidden, vocabulary), frozenset(known))


def _slips(words: Sequence[str], vocabulary: Vocabulary) -> list[float]:
    """How sure each word is; empty if all are."""
    slips = vocabulary.slips
    return [] if slips.keys().isdisjoint(words) else [slips.get(word, 1.0) for word in words]


def _said(stems: Sequence[str], hidden: dict[int, int], vocabulary: Vocabulary) -> list[tuple[int, int, Terms]]:
    """Where each surface stands, its length and what it says: from left to right, the longest first."""
    heads = vocabulary.heads
    last = len(stems) - 1
    found = []
    for at in [at for at, name in enumerate(stems) if name in heads]:
        alone, longer = heads[stems[at]]
        if longer and at < last:
            for key, terms in longer.get(stems[at + 1], ()):
                length = len(key)
                if (length == 2 or tuple(stems[at : at + length]) == key) and hidden.get(at, 0) <= length:
                    found.append((at, length, terms))
        if alone and hidden.get(at, 0) <= 1:
            found.append((at, 1, alone))
    return found


def _trade(
    stems: Sequence[str], places: Sequence[int], hidden: dict[int, int], vocabulary: Vocabulary
) -> tuple[tuple[int, int, Key], ...]:
    """The longest word of the trade at each place."""
    heads = vocabulary.index.trade
    found = []
    for at in [at for at, name in enumerate(stems) if name in heads]:
        key = _longest_key(heads[stems[at]], stems, at, hidden.get(at, 0))
        if key:
            found.append((places[at], places[at + len(key) - 1], key))
    return tuple(found)


def _longest_key(seconds: Seconds, stems: Sequence[str], at: int, above: int) -> Key:
    """The longest key at a place, of at least some length; none if there is none."""
    if at + 1 < len(stems) and stems[at + 1] in seconds:
        for key in seconds[stems[at + 1]]:
            length = len(key)
            if length >= above and (length == 2 or tuple(stems[at : at + length]) == key):
                return key
    return seconds.get("", ((),))[0] if above <= 1 else ()


def _idioms(stems: Sequence[str], vocabulary: Vocabulary) -> dict[int, int]:
    """For each place within an idiom, the length from which a term shows: an idiom hides what lies within it."""
    heads = vocabulary.index.idioms
    found: dict[int, int] = {}
    if heads.keys().isdisjoint(stems):
        return found
    for at in [at for at, name in enumerate(stems) if name in heads]:
        length = len(_longest_key(heads[stems[at]], stems, at, 2))
        for place in range(at, at + length):
            # The idiom itself, and from its later places what reaches beyond its end.
            found[place] = length - (place - at) + (place > at)
    return found
