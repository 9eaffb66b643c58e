"""Find a rubric's terms in an answer, from left to right."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import compress, count
from operator import not_
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
    """The hits of each term, in order, at most MOST_HITS a term; and the places of other words of the trade.

    `opposed` are the terms that the answer says by their opposites.
    """

    terms: dict[int, list[Hit]]
    opposed: frozenset[int]
    trade: tuple[tuple[int, int, Key], ...]
    known: frozenset[int]


def find_hits(words: tuple[str, ...], stems: Sequence[str], vocabulary: Vocabulary) -> Hits:
    """Return where an answer (its words and their stems) says the vocabulary's terms; articles may stand within."""
    places: Sequence[int] = range(len(words))
    slips: Sequence[float] = _slips(words, vocabulary)
    if not _ARTICLES.isdisjoint(words):
        telling = list(map(not_, map(_ARTICLES.__contains__, words)))
        places, stems = list(compress(places, telling)), list(compress(stems, telling))
        slips = list(compress(slips, telling))
    hidden = _idioms([words[i] for i in places], stems, vocabulary)
    said = _said(stems, hidden, vocabulary)
    terms: dict[int, list[Hit]] = {}
    opposed = set()
    known: set[int] = set()
    for at, length, (affirmed, denied) in said:
        first, last = places[at], places[at + length - 1]
        quality = min(slips[at : at + length]) if slips else 1.0
        known.update((first,) if length == 1 else places[at : at + length])
        hit = Hit(first, last, 1, quality)
        for number in affirmed:
            if number in terms:
                _add(hit, terms[number])
            else:
                terms[number] = [hit]
        for number in denied:
            opposed.add(number)
            _add(hit._replace(sign=-1), terms.setdefault(number, []))
    return Hits(terms, frozenset(opposed), _trade(stems, places, known, hidden, vocabulary), frozenset(known))


def _add(hit: Hit, found: list[Hit]) -> None:
    """Add a hit to those of its term, unless there are enough or the last of them holds it."""
    if not found or (len(found) < MOST_HITS and not found[-1].first <= hit.first <= found[-1].last):
        found.append(hit)


def _slips(words: Sequence[str], vocabulary: Vocabulary) -> list[float]:
    """How sure each word is; empty if all are."""
    slips = vocabulary.slips
    return [] if slips.keys().isdisjoint(words) else [slips.get(word, 1.0) for word in words]


def _said(stems: Sequence[str], hidden: dict[int, int], vocabulary: Vocabulary) -> list[tuple[int, int, Terms]]:
    """Where each surface stands, its length and what it says: from left to right, the longest first."""
    heads = vocabulary.heads
    last = len(stems) - 1
    found = []
    for at in _places(stems, heads):
        alone, longer = heads[stems[at]]
        least = hidden.get(at, 0) if hidden else 0
        if longer and at < last:
            for key, terms in longer.get(stems[at + 1], ()):
                length = len(key)
                if (length == 2 or tuple(stems[at : at + length]) == key) and least <= length:
                    found.append((at, length, terms))
        if alone is not None and least <= 1:
            found.append((at, 1, alone))
    return found


def _places(stems: Sequence[str], heads: Mapping[str, object]) -> Iterator[int]:
    """The places of the stems that are heads: without a loop of the interpreter, since most stems are none."""
    return compress(count(), map(heads.__contains__, stems))


def _trade(
    stems: Sequence[str], places: Sequence[int], known: set[int], hidden: dict[int, int], vocabulary: Vocabulary
) -> tuple[tuple[int, int, Key], ...]:
    """The longest word of the trade at each place that no term of the rubric has."""
    heads = vocabulary.index.trade
    found = []
    for at in _places(stems, heads):
        if places[at] not in known:
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


def _idioms(words: Sequence[str], stems: Sequence[str], vocabulary: Vocabulary) -> dict[int, int]:
    """For each place within an idiom, the length from which a term shows: an idiom hides what lies within it."""
    heads = vocabulary.index.idioms
    found: dict[int, int] = {}
    if heads.keys().isdisjoint(stems):
        return found
    for at in _places(stems, heads):
        length = len(_longest_key(heads[stems[at]], stems, at, 2))
        if not _is_idiom(tuple(words[at : at + length]), vocabulary):
            continue
        for place in range(at, at + length):
            # The idiom itself, and from its later places what reaches beyond its end.
            found[place] = length - (place - at) + (place > at)
    return found


def _is_idiom(words: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Return whether some words are spelled as an idiom is, but for a plural: "the logs in S3" is no "log in"."""
    known = vocabulary.index.idiom_words
    return words in known or (*words[:-1], words[-1].removesuffix("s")) in known if words else False
