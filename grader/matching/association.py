"""Which thing is said of which: "REST for public APIs, GraphQL for our own apps"."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from .alignment import Alignment, align, distance
from .candidates import Bits, numbers
from .hits import Hit
from .phrase import Phrase
from .reading import Reading

NEXT_SENTENCE = 1
FOLLOWS, FARTHEST, CLAUSE_APART, COMMA = 2, 40, 4, 4
GOOD = 0.6


@dataclass(frozen=True, slots=True)
class Side:
    """Any of some phrases; `bits` is the set of their numbers, `name` their texts."""

    phrases: tuple[Phrase, ...]
    bits: Bits
    name: str


@dataclass(frozen=True, slots=True)
class Binding:
    """Pairs of a left side and a right side."""

    pairs: tuple[tuple[Side, Side], ...]


class Mention(NamedTuple):
    """A left side named in the answer, by the tokens first to last."""

    alignment: Alignment
    left: str
    first: int
    last: int


def find_lefts(bindings: Iterable[Binding], reading: Reading) -> tuple[Mention, ...]:
    """Return where the answer names the left sides of some bindings: of all of a rubric, for they are rivals."""
    sides = {left.name: left for binding in bindings for left, _ in binding.pairs}
    return tuple(Mention(a, name, a.first, a.last) for name, left in sides.items() for a in _said(left, reading))


def bind_sides(
    binding: Binding, lefts: tuple[Mention, ...], reading: Reading
) -> tuple[tuple[Alignment, ...], tuple[Alignment, ...], float]:
    """Return support, contradictions, and the share of the pairs that are bound as they should be.

    Each right side belongs to the nearest left side: before it in the same sentence, after it, or in the sentence
    before.
    """
    support, contra, bound = [], [], 0
    for left, right in binding.pairs:
        found, against = _pair(left, right, lefts, reading)
        support += found
        contra += [] if found else against
        bound += bool(found)
    return tuple(support), tuple(contra), bound / len(binding.pairs)


def _pair(
    left: Side, right: Side, lefts: tuple[Mention, ...], reading: Reading
) -> tuple[list[Alignment], list[Alignment]]:
    support: list[Alignment] = []
    contra: list[Alignment] = []
    for said in _said(right, reading) if lefts else ():
        owner = _owner(said, lefts, reading)
        if owner is None:
            continue
        joined = _join(owner.alignment, said)
        agrees = (owner.left == left.name) == (joined.sign > 0)
        if agrees and owner.left == left.name:
            support.append(joined)
        elif not agrees and _is_in_one_sentence(owner, said, reading):
            contra.append(joined)
    return _strongest(support), _strongest(contra)


def _is_in_one_sentence(owner: Mention, said: Alignment, reading: Reading) -> bool:
    """A swap is said in one breath: what the sentence before was about may be another thing than this one's."""
    sentence = reading.clauses.sentence
    return sentence[owner.last] == sentence[said.first]


def _strongest(found: list[Alignment]) -> list[Alignment]:
    return sorted(found, key=lambda a: -a.score)[:1]


def _said(side: Side, reading: Reading) -> Iterator[Alignment]:
    """The alignments of a side's phrases; of those with the same words, the best."""
    best: dict[tuple[tuple[Hit, ...], int], Alignment] = {}
    for number in numbers(side.bits & reading.candidates):
        for found in align(reading.phrase_index.phrases[number], reading):
            if found.sign != 0 and found.score >= GOOD and not (found.explicit and found.sign > 0):
                kept = best.get((found.hits, found.sign))
                if kept is None or found.score > kept.score:
                    best[found.hits, found.sign] = found
    yield from best.values()


def _owner(said: Alignment, lefts: tuple[Mention, ...], reading: Reading) -> Mention | None:
    first, last = said.first, said.last
    costs = [_cost(mention, said, first, last, reading) for mention in lefts]
    least = min(costs)
    return lefts[costs.index(least)] if least <= FARTHEST else None


def _cost(left: Mention, right: Alignment, first: int, last: int, reading: Reading) -> float:
    """How far a left side is from a right side (its tokens first to last); one that follows costs more."""
    if left.first <= last and first <= left.last:
        return 0 if set(left.alignment.hits).isdisjoint(right.hits) else FARTHEST + 1
    sentence, clause = reading.clauses.sentence, reading.clauses.clause
    follows = left.first > last
    if sentence[first] - sentence[left.last] > NEXT_SENTENCE or (follows and sentence[left.first] != sentence[last]):
        return FARTHEST + 1
    apart = min(abs(clause[left.first] - clause[first]), abs(clause[left.last] - clause[last]))
    far = distance(Hit(left.first, left.last, 1, 1.0), Hit(first, last, 1, 1.0), reading)
    between = reading.tokens.words[last + 1 : left.first] if follows else reading.tokens.words[left.last + 1 : first]
    return far + CLAUSE_APART * apart + COMMA * between.count(",") + (FOLLOWS if follows else 0)


def _join(left: Alignment, right: Alignment) -> Alignment:
    hits = tuple(sorted({*left.hits, *right.hits}))
    score = min(left.score, right.score) if left.sign > 0 else right.score
    return Alignment(right.phrase, hits, score, min(left.sign, right.sign), left.explicit or right.explicit)
