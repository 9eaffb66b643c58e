"""Align a phrase with an answer: its slots filled by hits that stand near each other."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from .hits import Hit
from .phrase import Phrase, Slot
from .reading import Reading

MOST_ANCHORS = 16
FREE_GAP = 3
GAP_COST = 0.035
CLAUSE_GAP, SENTENCE_GAP, LINE_GAP = 1, 8, 8
REACH = 24


@dataclass(frozen=True, slots=True)
class Alignment:
    """A phrase found in an answer.

    `score` is 0 to 1; `sign` is 1 (said), -1 (the contrary said) or 0 (said where it earns nothing).
    """

    phrase: Phrase
    hits: tuple[Hit, ...]
    score: float
    sign: int
    explicit: bool

    @property
    def first(self) -> int:
        """The first token."""
        return min(hit.first for hit in self.hits)

    @property
    def last(self) -> int:
        """The last token."""
        return max(hit.last for hit in self.hits)


def align(phrase: Phrase, reading: Reading) -> Iterator[Alignment]:
    """Yield the alignments of a phrase, one for each place of its rarest slot."""
    found = [_hits(slot, reading) for slot in phrase.slots]
    present = [i for i, hits in enumerate(found) if hits]
    if len(present) < needed(len(phrase.slots)):
        return
    anchor = min(present, key=lambda i: len(found[i]))
    for hit in found[anchor][:MOST_ANCHORS]:
        alignment = _around(hit, anchor, phrase, found, reading)
        if alignment is not None:
            yield alignment


def needed(slots: int) -> int:
    """Return how many slots of a phrase must be filled: all of up to three, one less of four or more."""
    return slots if slots < 4 else slots - 1


def distance(a: Hit, b: Hit, reading: Reading) -> int:
    """Return the tokens between two hits, and a surcharge for each clause and sentence boundary."""
    left, right = (a, b) if a.first <= b.first else (b, a)
    clauses, sentences = reading.clauses.clause, reading.clauses.sentence
    crossed = clauses[right.first] - clauses[left.last]
    ended = sentences[right.first] - sentences[left.last]
    return max(0, right.first - left.last - 1) + CLAUSE_GAP * max(0, crossed) + SENTENCE_GAP * max(0, ended)


def _hits(slot: Slot, reading: Reading) -> list[Hit]:
    terms = reading.hits.terms
    if len(slot.terms) == 1:
        return terms.get(slot.terms[0], [])
    return sorted((hit for term in slot.terms for hit in terms.get(term, ())), key=lambda hit: hit.first)


def _around(anchor: Hit, at: int, phrase: Phrase, found: list[list[Hit]], reading: Reading) -> Alignment | None:
    chosen: dict[int, Hit] = {at: anchor}
    for i, hits in enumerate(found):
        if i != at and hits:
            near = _nearest(anchor, hits, tuple(chosen.values()), reading)
            if near is not None:
                chosen[i] = near
    if len(chosen) < needed(len(found)):
        return None
    return _aligned(phrase, chosen, reading)


def _nearest(anchor: Hit, hits: list[Hit], taken: tuple[Hit, ...], reading: Reading) -> Hit | None:
    """The hit nearest to the anchor that uses no token already taken."""
    at = bisect_left(hits, anchor.first, key=lambda hit: hit.first)
    near = [hit for hit in hits[max(0, at - 3) : at + 3] if not any(_overlap(hit, other) for other in taken)]
    best = min(near, key=lambda hit: distance(anchor, hit, reading), default=None)
    return best if best is not None and distance(anchor, best, reading) <= REACH else None


def _overlap(a: Hit, b: Hit) -> bool:
    return a.first <= b.last and b.first <= a.last


def _aligned(phrase: Phrase, chosen: dict[int, Hit], reading: Reading) -> Alignment:
    hits = sorted(chosen.values(), key=lambda hit: hit.first)
    gaps = sum(distance(a, b, reading) for a, b in pairwise(hits))
    filled = sum(hit.quality for hit in hits) / len(phrase.slots)
    loose = max(0.4, 1 - GAP_COST * max(0, gaps - FREE_GAP * (len(hits) - 1)))
    sign, explicit = _sign(phrase, chosen, reading)
    return Alignment(phrase, tuple(hits), filled * loose, sign, explicit)


def _sign(phrase: Phrase, chosen: dict[int, Hit], reading: Reading) -> tuple[int, bool]:
    """0 if any word earns nothing, -1 if an odd number of ways deny it: a denied word, an opposite."""
    said = {i: reading.signs[hit.first] for i, hit in chosen.items()}
    if 0 in said.values():
        return 0, False
    denied = any(sign != phrase.slots[i].sign for i, sign in said.items())
    opposites = sum(hit.sign < 0 for hit in chosen.values())
    return (-1 if denied != (opposites % 2 == 1) else 1), denied
