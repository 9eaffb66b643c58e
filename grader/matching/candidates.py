"""Which phrases of a rubric an answer can hold, by its terms alone.

A rubric has hundreds of phrases and an answer holds a few of their terms. Sets of phrases are bits of integers, so
that all phrases are tried at once and only those with enough of their slots filled are aligned one by one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .phrase import Phrase, needed

Bits = int
Filled = list[Bits]


@dataclass(frozen=True, slots=True)
class PhraseIndex:
    """The phrases of a rubric by number, and for each term the slots it fills: pairs of slot and phrases."""

    phrases: dict[int, Phrase]
    slots: dict[int, tuple[tuple[int, Bits], ...]]
    by_length: tuple[Bits, ...]
    denying: Bits

    def filled(self, terms: Iterable[int]) -> Filled:
        """Return, for each k, the phrases of which at least k slots are filled by some terms."""
        by_slot = [0] * len(self.by_length)
        for term in terms:
            for slot, phrases in self.slots.get(term, ()):
                by_slot[slot] |= phrases
        least = [-1] + [0] * (len(self.by_length) - 1)
        for reached, phrases in enumerate(by_slot[:-1]):
            for k in range(reached + 1, 0, -1):
                least[k] |= least[k - 1] & phrases
        return least

    def candidates(self, filled: Filled) -> Bits:
        """Return the phrases that have as many slots filled as they need."""
        found = 0
        for length, phrases in enumerate(self.by_length):
            if phrases:
                found |= filled[needed(length)] & phrases
        return found

    def share(self, filled: Filled, among: Bits) -> float:
        """Return the largest share of its slots that is filled of any of some phrases."""
        best = 0.0
        for length, phrases in enumerate(self.by_length):
            mine = phrases & among
            if mine and best < 1:
                k = next((k for k in range(length, 0, -1) if filled[k] & mine), 0)
                best = max(best, k / length)
        return best

    def touched(self, terms: Iterable[int]) -> Bits:
        """Return the phrases with a slot that one of some terms fills."""
        found = 0
        for term in terms:
            for _, phrases in self.slots.get(term, ()):
                found |= phrases
        return found


def index_phrases(phrases: Sequence[Phrase]) -> PhraseIndex:
    """Return the index of a rubric's phrases."""
    longest = max((len(phrase.slots) for phrase in phrases), default=0)
    by_length = [0] * (longest + 1)
    slots: dict[int, dict[int, Bits]] = {}
    denying = 0
    for phrase in phrases:
        bit = 1 << phrase.number
        by_length[len(phrase.slots)] |= bit
        denying |= bit if any(slot.sign < 0 for slot in phrase.slots) else 0
        for place, slot in enumerate(phrase.slots):
            for term in slot.terms:
                filled = slots.setdefault(term, {})
                filled[place] = filled.get(place, 0) | bit
    by_term = {term: tuple(filled.items()) for term, filled in slots.items()}
    return PhraseIndex({phrase.number: phrase for phrase in phrases}, by_term, tuple(by_length), denying)


def numbers(bits: Bits) -> Iterator[int]:
    """Yield the numbers of the phrases in a set, in order."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
