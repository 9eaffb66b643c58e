"""Bootstrap intervals of figures that follow from sums over answers.

The percentile method of Efron and Tibshirani (1993, chapter 13): answers are drawn with replacement, whole, since the
verdicts of one answer hang together.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

ROUNDS = 1000
TAIL = 0.025
DIGITS = 4
SCALE, WIDTH = 2**30, 80

Sums = Sequence[float]
Figures = dict[str, tuple[float | None, int]]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its 95 % interval and the number it rests on; None where it is not defined."""

    value: float | None
    low: float | None
    high: float | None
    n: int


def estimates(
    counts: Sequence[Sums], figures: Callable[[Sums], Figures], *, seed: int = 0, rounds: int = ROUNDS
) -> dict[str, Estimate]:
    """Return each figure of the summed counts (a vector for each answer, of numbers from 0) with its interval.

    The same counts and seed give the same result.
    """
    packed, size = [_packed(row) for row in counts], len(counts[0])
    whole = figures(_unpacked(sum(packed), size))
    drawn: dict[str, list[float]] = {name: [] for name in whole}
    draw = Random(seed)
    for _ in range(rounds if len(counts) > 1 else 0):
        for name, (value, _) in figures(_unpacked(sum(draw.choices(packed, k=len(packed))), size)).items():
            if value is not None:
                drawn[name].append(value)
    return {name: _estimate(value, n, sorted(drawn[name]), rounds) for name, (value, n) in whole.items()}


def totals(counts: Sequence[Sums]) -> Sums:
    """Return the sums of the columns."""
    return [sum(column) for column in zip(*counts, strict=True)]


def _packed(row: Sums) -> int:
    """All numbers of a row (none below zero) in one, side by side: a single sum then adds them all, and exactly."""
    return sum(round(value * SCALE) << (WIDTH * place) for place, value in enumerate(row))


def _unpacked(total: int, size: int) -> Sums:
    mask = (1 << WIDTH) - 1
    return [(total >> (WIDTH * place) & mask) / SCALE for place in range(size)]


def _estimate(value: float | None, n: int, drawn: Sequence[float], rounds: int) -> Estimate:
    if value is None or len(drawn) < rounds / 2:
        return Estimate(rounded(value), None, None, n)
    return Estimate(rounded(value), rounded(_quantile(drawn, TAIL)), rounded(_quantile(drawn, 1 - TAIL)), n)


def _quantile(ordered: Sequence[float], share: float) -> float:
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def rounded(value: float | None) -> float | None:
    """Return a figure as it is printed: four digits, no minus zero."""
    return None if value is None else round(value, DIGITS) + 0.0
