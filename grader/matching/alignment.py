"""Align a phrase with an answer: its slots filled by hits that stand near each other."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from .cues import Cue
from .hits import Hit
from .phrase import Phrase, Slot, needed
from .reading import Reading
from .scope import DENIED, DRAWBACKS, INDIFFERENT, NOTHING, SUPPOSED, VERDICTS

MOST_ANCHORS = 16
FREE_GAP = 3
GAP_COST = 0.035
REACH, NEIGHBOURS = 24, 3
LOOSEST = 0.4


class Alignment(NamedTuple):
    """A phrase found in an answer by its hits, from left to right.

    `score` is 0 to 1; `sign` is 1 (said), -1 (the contrary said) or 0 (said where it earns nothing); `indifferent`: the
    writer does not mind it, which contradicts who demands it and who forbids it; `weak`: only a drawback is said of it.
    """

    phrase: Phrase
    hits: tuple[Hit, ...]
    score: float
    sign: int
    explicit: bool
    indifferent: bool = False
    weak: bool = False

    @property
    def first(self) -> int:
        """The first token."""
        return self.hits[0].first

    @property
    def last(self) -> int:
        """The last token."""
        return max([hit.last for hit in self.hits])


def align(phrase: Phrase, reading: Reading) -> Iterator[Alignment]:
    """Yield the alignments of a phrase, one for each place of its rarest slot."""
    bit = 1 << phrase.number
    if not reading.candidates & bit:
        return
    plain = not reading.turned & bit
    if len(phrase.slots) == 1:
        for hit in _hits(phrase.slots[0], reading)[:MOST_ANCHORS]:
            if plain:
                yield Alignment(phrase, (hit,), hit.quality, 1, False)
            else:
                yield Alignment(phrase, (hit,), hit.quality, *_sign(phrase, [hit], reading), *_manner([hit], reading))
        return
    found = [_hits(slot, reading) for slot in phrase.slots]
    at = min([(len(hits), i) for i, hits in enumerate(found) if hits])[1]
    least = needed(len(found))
    for anchor in found[at][:MOST_ANCHORS]:
        chosen = _around(anchor, at, found, reading)
        if len(chosen) - chosen.count(None) >= least:
            yield _aligned(phrase, chosen, plain, reading)


def distance(a: Hit, b: Hit, reading: Reading) -> int:
    """Return the tokens between two hits, and a surcharge for each clause and sentence boundary."""
    steps = reading.steps
    ahead = steps[b.first] - steps[a.last] if a.first <= b.first else steps[a.first] - steps[b.last]
    return max(0, ahead - 1)


def _hits(slot: Slot, reading: Reading) -> list[Hit]:
    terms = reading.hits.terms
    found = [terms[term] for term in slot.terms if term in terms]
    if len(found) < 2:
        return found[0] if found else []
    return sorted([hit for hits in found for hit in hits])


def _around(anchor: Hit, at: int, found: list[list[Hit]], reading: Reading) -> list[Hit | None]:
    """The hit of each slot that is nearest to the anchor, none where there is none."""
    chosen: list[Hit | None] = [None] * len(found)
    chosen[at] = anchor
    for i, hits in enumerate(found):
        if i != at and hits:
            chosen[i] = _nearest(anchor, hits, chosen, reading)
    return chosen


def _nearest(anchor: Hit, hits: list[Hit], chosen: list[Hit | None], reading: Reading) -> Hit | None:
    """The hit nearest to the anchor that uses no token already taken."""
    if len(hits) > 2 * NEIGHBOURS:
        at = bisect_left(hits, anchor)
        hits = hits[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]
    steps = reading.steps
    before, after = steps[anchor.first], steps[anchor.last]
    best, least = None, REACH + 2
    for hit in hits:
        far = steps[hit[0]] - after if hit[0] > anchor.last else before - steps[hit[1]]
        if 0 < far < least and not _is_taken(hit, chosen):
            best, least = hit, far
    return best


def _is_taken(hit: Hit | Cue, chosen: Sequence[Hit | None]) -> bool:
    first, last = hit.first, hit.last
    for other in chosen:  # noqa: SIM110 - the innermost loop, and twice as fast as any()
        if other is not None and first <= other[1] and other[0] <= last:
            return True
    return False


def _aligned(phrase: Phrase, chosen: list[Hit | None], plain: bool, reading: Reading) -> Alignment:
    hits = sorted([hit for hit in chosen if hit is not None])
    steps = reading.steps
    gaps = sum([steps[b[0]] - steps[a[1]] - 1 for a, b in pairwise(hits)]) - FREE_GAP * (len(hits) - 1)
    filled = sum([hit.quality for hit in hits]) / len(phrase.slots)
    score = filled * max(LOOSEST, 1 - GAP_COST * gaps) if gaps > 0 else filled
    if plain:
        return Alignment(phrase, tuple(hits), score, 1, False)
    return Alignment(phrase, tuple(hits), score, *_sign(phrase, chosen, reading), *_manner(hits, reading))


def _sign(phrase: Phrase, chosen: Sequence[Hit | None], reading: Reading) -> tuple[int, bool]:
    """Return the sign of some hits, and whether a word of them is denied.

    0 if any word earns nothing, or one clause denies and another asserts; -1 if an odd number of ways deny it: a denied
    word, an opposite.
    """
    denied, positive, lacking = False, True, False
    for slot, hit in zip(phrase.slots, chosen, strict=True):
        if hit is not None:
            said = reading.signs[hit.first]
            if said == NOTHING:
                return 0, False
            amiss = said not in (slot.sign, SUPPOSED) and not _is_own(hit, chosen, reading)
            denied, lacking = denied or (amiss and slot.sign > 0), lacking or (amiss and slot.sign < 0)
            positive = positive == (hit.sign > 0)
    denied = denied or (lacking and not _is_denied_as_it_should(phrase, chosen, reading))
    if denied and (_is_mixed(chosen, reading) or _is_half_judged(chosen, reading)):
        return 0, False
    return (-1 if denied == positive else 1), denied


def _is_denied_as_it_should(phrase: Phrase, chosen: Sequence[Hit | None], reading: Reading) -> bool:
    """Of what the phrase denies the answer denies the first: "the database isn't mocked" for "not mock database"."""
    wanted = (hit for slot, hit in zip(phrase.slots, chosen, strict=True) if hit is not None and slot.sign < 0)
    return reading.signs[next(wanted).first] == DENIED


def _manner(hits: list[Hit], reading: Reading) -> tuple[bool, bool]:
    """Return whether the writer does not mind the hits, and whether a drawback is all that is said against them."""
    indifferent = any(reading.signs[hit.first] == INDIFFERENT for hit in hits)
    over = [cue.section for hit in hits for cue in reading.deniers.get(hit.first, ())]
    return indifferent, bool(over) and DRAWBACKS.issuperset(over)


def _is_own(hit: Hit, chosen: Sequence[Hit | None], reading: Reading) -> bool:
    """Return whether what denies a word belongs to the phrase: of "drop joins", "drop" denies nothing."""
    over = reading.deniers.get(hit.first, [])
    return len(over) == 1 and any(h is not None and h.first <= over[0].first <= over[0].last <= h.last for h in chosen)


def _is_mixed(chosen: Sequence[Hit | None], reading: Reading) -> bool:
    """Return whether some words are denied and others asserted, in another clause or behind them: "not A, B"."""
    places = sorted(hit.first for hit in chosen if hit is not None)
    clause = reading.clauses.clause
    denied = [i for i in places if reading.signs[i] == DENIED]
    asserted = [i for i in places if reading.signs[i] == 1]
    return any(clause[i] != clause[j] or (i < j and j not in reading.deniers) for i in denied for j in asserted)


def _is_half_judged(chosen: Sequence[Hit | None], reading: Reading) -> bool:
    """Return whether a verdict is on some of the words and not on others: "by hand it is painful, with Docker easy"."""
    signs = [(reading.signs[hit.first], hit.first) for hit in chosen if hit is not None]
    judged = [i for sign, i in signs if sign < 0 and all(cue.section in VERDICTS for cue in reading.deniers.get(i, ()))]
    return bool(judged) and any(sign > 0 for sign, _ in signs)
