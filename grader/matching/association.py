"""Which thing is said of which: "REST for public APIs, GraphQL for our own apps"."""

from collections.abc import Iterator
from dataclasses import dataclass

from .alignment import Alignment, align, distance
from .hits import Hit
from .phrase import Phrase
from .reading import Reading

Sides = tuple[tuple[Phrase, ...], tuple[Phrase, ...]]

NEXT_SENTENCE = 1
FOLLOWS, FARTHEST, CARRIED = 2, 40, 0.9
GOOD = 0.6


@dataclass(frozen=True, slots=True)
class Binding:
    """Pairs of a left side and a right side, each any of some phrases."""

    pairs: tuple[Sides, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A side of a pair named in the answer."""

    alignment: Alignment
    left: str


def bind_sides(
    binding: Binding, rivals: tuple[Binding, ...], reading: Reading
) -> tuple[tuple[Alignment, ...], tuple[Alignment, ...], float]:
    """Return support, contradictions, and the share of the pairs that are bound as they should be.

    Each right side belongs to the nearest left side among those of all the rubric's bindings: before it in the same
    sentence, after it, or in the sentence before.
    """
    lefts = list(_lefts((binding, *rivals), reading))
    support, contra, bound = [], [], 0
    for left, right in binding.pairs:
        found, against = _pair(left, right, lefts, reading)
        support += found
        contra += against
        bound += bool(found)
    return tuple(support), tuple(contra), bound / len(binding.pairs)


def _pair(
    left: tuple[Phrase, ...], right: tuple[Phrase, ...], lefts: list[Mention], reading: Reading
) -> tuple[list[Alignment], list[Alignment]]:
    own = _name(left)
    support: list[Alignment] = []
    contra: list[Alignment] = []
    for said in _said(right, reading):
        owner = _owner(said, lefts, reading)
        if owner is None:
            continue
        joined = _join(owner.alignment, said)
        agrees = (owner.left == own) == (joined.sign > 0)
        (support if agrees and owner.left == own else contra if not agrees else []).append(joined)
    return _strongest(support), _strongest(contra)


def _strongest(found: list[Alignment]) -> list[Alignment]:
    return sorted(found, key=lambda a: -a.score)[:1]


def _lefts(bindings: tuple[Binding, ...], reading: Reading) -> Iterator[Mention]:
    seen: set[str] = set()
    for binding in bindings:
        for left, _ in binding.pairs:
            name = _name(left)
            if name not in seen:
                seen.add(name)
                yield from (Mention(found, name) for found in _said(left, reading))


def _said(side: tuple[Phrase, ...], reading: Reading) -> Iterator[Alignment]:
    for phrase in side:
        yield from (a for a in align(phrase, reading) if a.sign != 0 and a.score >= GOOD)


def _name(side: tuple[Phrase, ...]) -> str:
    return " | ".join(phrase.text for phrase in side)


def _owner(said: Alignment, lefts: list[Mention], reading: Reading) -> Mention | None:
    near = [(cost, m) for m in lefts if (cost := _cost(m.alignment, said, reading)) <= FARTHEST]
    return min(near, key=lambda pair: pair[0])[1] if near else None


def _cost(left: Alignment, right: Alignment, reading: Reading) -> float:
    """How far a left side is from a right side; one that follows costs more than one before."""
    if left.first <= right.last and right.first <= left.last:
        return 0 if set(left.hits).isdisjoint(right.hits) else FARTHEST + 1
    sentences = reading.clauses.sentence
    apart = sentences[right.first] - sentences[left.last]
    if apart > NEXT_SENTENCE or (left.first > right.last and sentences[left.first] != sentences[right.last]):
        return FARTHEST + 1
    follows = FOLLOWS if left.first > right.last else 0
    return distance(_whole(left), _whole(right), reading) + 4 * _clauses_apart(left, right, reading) + follows


def _clauses_apart(left: Alignment, right: Alignment, reading: Reading) -> int:
    clause = reading.clauses.clause
    return min(abs(clause[left.first] - clause[right.first]), abs(clause[left.last] - clause[right.last]))


def _whole(alignment: Alignment) -> Hit:
    return Hit(alignment.first, alignment.last, 1, 1.0)


def _join(left: Alignment, right: Alignment) -> Alignment:
    hits = tuple(sorted({*left.hits, *right.hits}, key=lambda hit: hit.first))
    score = min(left.score, right.score) if left.sign > 0 else right.score
    return Alignment(right.phrase, hits, score, left.sign * right.sign, left.explicit or right.explicit)
