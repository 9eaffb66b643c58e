"""What a judge that is always right would bring: agreement after routing, against the share of concepts asked.

An upper bound: such a judge needs no proof, so the evidence check is left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

STEPS = 20


@dataclass(frozen=True, slots=True)
class Routed:
    """With concepts of a confidence below `threshold` asked: their share, and the share of verdicts that then agree."""

    threshold: float
    asked: float
    accuracy: float


def oracle_curve(certain: Sequence[tuple[float, bool]]) -> tuple[Routed, ...]:
    """Return the curve for pairs of a confidence and whether its verdict agrees: from asking nobody to asking all.

    Of the thresholds between two confidences, at most 21 are returned, evenly spaced in the share asked.
    """
    ordered = sorted(certain)
    n = len(ordered)
    wrong = list(accumulate((not agrees for _, agrees in ordered), initial=0))
    places = sorted({_end_of_ties(ordered, round(n * step / STEPS)) for step in range(STEPS + 1)})
    return tuple(_routed(ordered, wrong, place) for place in places) if n else ()


def routed_at(certain: Sequence[tuple[float, bool]], threshold: float) -> Routed | None:
    """Return what a threshold brings; None without any verdict."""
    if not certain:
        return None
    asked = sum(confidence < threshold for confidence, _ in certain)
    wrong = sum(confidence >= threshold and not agrees for confidence, agrees in certain)
    return Routed(threshold, round(asked / len(certain), 4), round(1 - wrong / len(certain), 4))


def _end_of_ties(ordered: Sequence[tuple[float, bool]], place: int) -> int:
    """Concepts of one confidence are asked together."""
    while 0 < place < len(ordered) and ordered[place][0] == ordered[place - 1][0]:
        place += 1
    return place


def _routed(ordered: Sequence[tuple[float, bool]], wrong: Sequence[int], place: int) -> Routed:
    n = len(ordered)
    threshold = ordered[place][0] if place < n else 1.0
    return Routed(threshold, round(place / n, 4), round(1 - (wrong[n] - wrong[place]) / n, 4))
