"""From how sure the rules are to the probability that a verdict is right, as labelled answers showed it.

A logistic for each verdict, of signals: how sure the rules are, and how the rest of the answer was read. A concept that
is missed in a terse answer which meets the others, say, is often there in other words. The weights are data, fitted by
`benchmarks/calibrate.py`.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from math import exp, log
from operator import mul

from .evidence import ConceptMatch, Verdict

SIGNALS = ("always", "rules", "others_met", "others_found", "others_contradicted", "beyond", "terse", "disputed")
SHORT = 14
LEAST = 1e-4
_MEMO = 4096

Signals = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Calibration:
    """The weight of each signal for each verdict; a confidence below `unsure_below` is unsure."""

    weights: Mapping[Verdict, Signals]
    unsure_below: float


@cache
def calibration() -> Calibration:
    """Return the calibration that ships with the matcher."""
    data = json.loads(files("grader.matching").joinpath("data", "calibration.json").read_text("utf-8"))
    weights = {verdict: tuple(named[name] for name in SIGNALS) for verdict, named in data["weights"].items()}
    return Calibration(weights, data["unsure_below"])


def calibrated(concepts: Sequence[ConceptMatch], beyond: int, length: int) -> tuple[ConceptMatch, ...]:
    """Return the concepts of an answer, each with its signals and the probability that its verdict is right.

    They come with the rules' confidence; `beyond` counts the claims beyond the rubric, `length` the tokens.
    """
    weights = calibration().weights
    both = zip(concepts, _signals(concepts, beyond, length < SHORT), strict=True)
    return tuple([_with(concept, probability(weights[concept.verdict], of_it), of_it) for concept, of_it in both])


def _with(concept: ConceptMatch, confidence: float, signals: Signals) -> ConceptMatch:
    """The same as `_replace`, and five times as fast."""
    return ConceptMatch(*concept[:4], confidence, *concept[5:9], signals)


@lru_cache(maxsize=_MEMO)
def probability(weights: Signals, signals: Signals) -> float:
    """Return the logistic of the weighted signals."""
    return round(1 / (1 + exp(-sum(map(mul, weights, signals)))), 4)


def _signals(concepts: Sequence[ConceptMatch], beyond: int, short: bool) -> tuple[tuple[float, ...], ...]:
    verdicts = [concept.verdict for concept in concepts]
    met, missed, denied = (verdicts.count(verdict) for verdict in ("met", "missed", "contradicted"))
    others = len(concepts) - 1
    found: list[tuple[float, ...]] = []
    for concept in concepts:
        verdict = concept.verdict
        others_met = (met - (verdict == "met")) / max(1, others)
        others_found = missed - (verdict == "missed") < others
        others_denied = denied > (verdict == "contradicted")
        signs = (others_found, others_denied, beyond > 0, short and others_found)
        disputed = _logit(concept.disputed) if concept.disputed else 0.0
        found.append((1.0, _logit(concept.confidence), others_met, *map(float, signs), disputed))
    return tuple(found)


@lru_cache(maxsize=_MEMO)
def _logit(share: float) -> float:
    inner = min(1 - LEAST, max(LEAST, share))
    return log(inner / (1 - inner))
