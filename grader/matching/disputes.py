"""How likely the words around a claim argue against what it names: "EXPLAIN is astrology, the plan never fits".

No list of cues holds all the ways to speak ill of a thing. So a logistic regression reads the single words and pairs of
words before, behind and in the sentences after a claim (a bag of n-grams, each region with weights of its own). Names
are left out: it judges how a writer speaks, not of what. The weights are data, fitted by `benchmarks/disputes.py`.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import exp
from typing import NamedTuple

from grader.text import is_stop, is_word

from .decision import CLAIMED, Decision, contradicted
from .reading import Reading, held_by
from .scope import clause_of

DENIED = 0.72
NAME, SENTENCES_AFTER, MOST, MOST_TELLING = "*", 2, 2, 5
PAIRED = ("before", "after", "next")
REGIONS = (*PAIRED, "sentence", "previous")


class Region(NamedTuple):
    """Some tokens near a claim: from `first` to before `end`."""

    name: str
    first: int
    end: int


class Around(NamedTuple):
    """An answer as disputes are read in it.

    Its words without names, which sentences claim something, and how many concepts it contradicts.
    """

    reading: Reading
    words: list[str]
    claims: list[bool]
    denied: int


@dataclass(frozen=True, slots=True)
class Weights:
    """What speaks for a dispute: words and pairs of words by their region, and counts."""

    always: float
    words: Mapping[str, Mapping[str, float]]
    pairs: Mapping[str, Mapping[tuple[str, str], float]]
    counts: Mapping[str, float]


@cache
def shipped() -> Weights:
    """Return the weights that ship with the matcher."""
    return weights_of(shipped_by_name())


def shipped_by_name() -> dict[str, float]:
    """Return the weights that ship with the matcher, by the names that `signs` gives."""
    data = json.loads(files("grader.matching").joinpath("data", "disputes.json").read_text("utf-8"))
    return {str(name): float(weight) for name, weight in data["weights"].items()}


def weights_of(named: Mapping[str, float]) -> Weights:
    """Return weights ready for use; they come by the names that `signs` gives."""
    words: dict[str, dict[str, float]] = {region: {} for region in REGIONS}
    pairs: dict[str, dict[tuple[str, str], float]] = {region: {} for region in PAIRED}
    counts: dict[str, float] = {}
    for name, weight in named.items():
        region, _, said = name.partition(":")
        first, _, second = said.partition(" ")
        if region not in words:
            counts[name] = weight
        elif second:
            pairs[region][first, second] = weight
        else:
            words[region][said] = weight
    return Weights(counts.pop("always", 0.0), words, pairs, counts)


def turned(decisions: Sequence[Decision], reading: Reading, weights: Weights) -> list[Decision]:
    """Return the decisions, each with how likely it is disputed; a claim is contradicted if that is likely."""
    if not any(decision.alignments for decision in decisions):
        return list(decisions)
    near = around(decisions, reading)
    return [_turned(decision, near, weights) if decision.alignments else decision for decision in decisions]


def _turned(decision: Decision, near: Around, weights: Weights) -> Decision:
    chance = disputed(decision, near, weights)
    if chance < DENIED or decision.verdict not in CLAIMED or _is_omission(decision, near):
        return decision._replace(disputed=chance)
    return contradicted(decision.alignments, chance)


def _is_omission(decision: Decision, near: Around) -> bool:
    """Whether the claim's clause opens with its denial, which the rules saw judged: "not using it is a mistake"."""
    place = decision.alignments[0].first
    over = [scope for scope in near.reading.scopes if scope.first <= place <= scope.last]
    begin = clause_of(place, near.reading.clauses)[0]
    opens = any(scope.cue.first == begin and not scope.is_verdict for scope in over)
    return opens and any(scope.is_verdict for scope in over)


def around(decisions: Iterable[Decision], reading: Reading) -> Around:
    """Return an answer made ready: a star in the place of each word that the rubric or the trade knows."""
    words = list(reading.tokens.words)
    for place in reading.hits.known:
        words[place] = NAME
    for first, last, _ in reading.hits.trade:
        words[first : last + 1] = [NAME] * (last + 1 - first)
    denied = sum(decision.verdict == "contradicted" for decision in decisions)
    claims = list(map(bool, held_by(reading))) if len(reading.clauses.bounds) > 1 else [True]
    return Around(reading, words, claims, denied)


def disputed(decision: Decision, near: Around, weights: Weights) -> float:
    """Return how likely the answer argues against what a decision found in it."""
    regions = _regions(decision, near)
    total = weights.always + sum(weights.counts.get(name, 0.0) for name in _counts(decision, regions, near))
    for region, first, end in regions:
        run = near.words[first:end]
        total += sum(filter(None, map(weights.words[region].get, frozenset(run))))
        if region in weights.pairs:
            total += sum(filter(None, map(weights.pairs[region].get, frozenset(pairwise(run)))))
    return 1 / (1 + exp(-total))


def signs(decision: Decision, near: Around) -> Iterator[str]:
    """Yield the names of all that is so of a decision: what weights are fitted for. Each is yielded once."""
    regions = _regions(decision, near)
    yield "always"
    yield from _counts(decision, regions, near)
    for region, first, end in regions:
        run = near.words[first:end]
        yield from (f"{region}:{word}" for word in sorted(frozenset(run)))
        if region in PAIRED:
            yield from (f"{region}:{one} {two}" for one, two in sorted(frozenset(pairwise(run))))


def telling(decision: Decision, near: Around, named: Mapping[str, float]) -> list[str]:
    """Return the words and pairs of words that speak most for a dispute, the most telling first."""
    said = sorted((sign for sign in signs(decision, near) if named.get(sign, 0.0) > 0), key=lambda sign: -named[sign])
    words = [sign.partition(":")[2] for sign in said]
    return list(dict.fromkeys(filter(_tells, words)))[:MOST_TELLING]


def _tells(said: str) -> bool:
    words = said.split()
    return (
        all(is_word(word) and word != NAME for word in words) and (len(words) > 1 or not is_stop(said)) and bool(said)
    )


def _regions(decision: Decision, near: Around) -> list[Region]:
    """The words before and behind the claim, its sentence, the one before, and the next, up to one that claims."""
    clauses, claim = near.reading.clauses, decision.alignments[0]
    bounds, first, last = clauses.bounds, claim.first, claim.last
    begins, number = clauses.sentence[first], clauses.sentence[last]
    after = number
    while after < min(len(bounds) - 1, number + SENTENCES_AFTER) and not near.claims[after + 1]:
        after += 1
    begin, end = bounds[begins][0], bounds[number][1] + 1
    return [
        Region("before", begin, first),
        Region("after", last + 1, end),
        Region("next", end, bounds[after][1] + 1),
        Region("sentence", begin, end),
        Region("previous", bounds[max(0, begins - 1)][0], begin),
    ]


def _counts(decision: Decision, regions: Sequence[Region], near: Around) -> Iterator[str]:
    """The rules' verdict, the number of words it rests on, of concepts denied, and of denials that stand near it."""
    yield f"rules={decision.verdict}"
    yield f"words={min(MOST + 1, len(decision.alignments[0].hits))}"
    yield f"denied={min(MOST, near.denied)}"
    denials = [scope.cue.first for scope in near.reading.scopes]
    for region, first, end in regions[: len(PAIRED)] if denials else ():
        number = len([place for place in denials if first <= place < end])
        if number:
            yield f"denials {region}={min(MOST, number)}"
