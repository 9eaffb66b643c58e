"""Whether the confidence means what it says: agreement by confidence, and error by coverage."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil

from .intervals import Sums
from .verdicts import BINS, bins

Certain = tuple[float, bool]
STEPS = 20


@dataclass(frozen=True, slots=True)
class Bin:
    """The verdicts whose confidence is from `low` to `high`: their mean confidence, and the share that agrees."""

    low: float
    high: float
    n: int
    confidence: float | None
    agreement: float | None


@dataclass(frozen=True, slots=True)
class Cover:
    """The verdicts with a confidence of `threshold` and more: their share of all, and the share that disagrees."""

    coverage: float
    threshold: float
    n: int
    error: float


def reliability(sums: Sums) -> tuple[Bin, ...]:
    """Return the bins of summed verdict counts."""
    return tuple(
        Bin(number / BINS, (number + 1) / BINS, n, round(sure / n, 4) if n else None, round(same / n, 4) if n else None)
        for number, (n, sure, same) in enumerate(bins(sums))
    )


def coverage(verdicts: Sequence[Certain]) -> tuple[Cover, ...]:
    """Return the error at each twentieth of coverage, of verdicts as (confidence, agrees), the surest first."""
    ordered = sorted(verdicts, key=lambda one: -one[0])
    wrong = list(accumulate(not agrees for _, agrees in ordered))
    points: dict[int, Cover] = {}
    for step in range(1, STEPS + 1):
        end = _end(ordered, ceil(len(ordered) * step / STEPS))
        if end:
            points[end] = Cover(round(end / len(ordered), 4), ordered[end - 1][0], end, round(wrong[end - 1] / end, 4))
    return tuple(points.values())


def sure_from(confidences: Sequence[float], share: float) -> float:
    """Return the confidence above which (and at which) a share of all lies; 1 of none."""
    ordered = sorted(confidences, reverse=True)
    return ordered[ceil(len(ordered) * share) - 1] if ordered else 1.0


def _end(ordered: Sequence[Certain], end: int) -> int:
    """Equal confidences cannot be told apart: all are in."""
    while 0 < end < len(ordered) and ordered[end][0] == ordered[end - 1][0]:
        end += 1
    return end
