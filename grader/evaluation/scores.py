"""Agreement of scores: figures that follow from sums of moments."""

from math import floor, log, sqrt

from .intervals import Figures, Sums
from .run import Compared
from .verdicts import share

LEVELS = 4


def score_moments(compared: Compared, labelled: float) -> Sums:
    """Return the moments of one answer: of the scores x (labelled) and y (given), their levels i and j, the length l.

    A level is a score rounded to quarters; the length is the logarithm of the number of characters.
    """
    x, y, length = labelled, compared.grade.score, log(1 + len(compared.row.answer))
    i, j = floor(x * LEVELS + 0.5), floor(y * LEVELS + 0.5)
    moments = (1, x, y, x * x, y * y, x * y, abs(y - x), (y - x) ** 2)
    levels = (i, j, i * i, j * j, (i - j) ** 2)
    return (*moments, *levels, length, length * length, x * length, y * length)


def score_figures(sums: Sums) -> Figures:
    """Return the figures of some answers' summed moments; None where a score does not vary."""
    n, x, y, xx, yy, xy, gap, square, i, j, ii, jj, distance, long, longs, x_long, y_long = sums
    count = int(n)
    by_chance = n and ii + jj - 2 * i * j / n
    figures = {
        "pearson": _correlation(n, x, y, xx, yy, xy),
        "rmse": sqrt(square / n) if n else None,
        "mae": share(gap, n),
        "bias": share(y - x, n),
        "qwk": 1 - distance / by_chance if by_chance else None,
        "length_with_label": _correlation(n, x, long, xx, longs, x_long),
        "length_with_score": _correlation(n, y, long, yy, longs, y_long),
    }
    return {name: (value, count) for name, value in figures.items()}


def _correlation(n: float, a: float, b: float, aa: float, bb: float, ab: float) -> float | None:
    """Pearson's r, from the sums of a, b, their squares and their product."""
    spread_a, spread_b = n * aa - a * a, n * bb - b * b
    # What rounding leaves of a score that never varies is no spread.
    if min(spread_a, spread_b) <= 1e-7 * n * n:
        return None
    return (n * ab - a * b) / sqrt(spread_a * spread_b)
