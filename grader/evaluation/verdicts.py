"""Agreement of verdicts: figures that follow from counts.

An answer's counts are a flat vector: 16 for labelled x given verdict, the sum of squared errors of the confidence
(Brier), then number, sum of confidence and number of agreements for each bin of confidence, then the number of the
surest verdicts and of those among them that disagree.
"""

from collections.abc import Iterable, Sequence
from typing import get_args

from grader.matching import Verdict

from .intervals import Figures, Sums
from .run import Pair

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
BINS = 10
SURE = 0.75
_BRIER = len(VERDICTS) ** 2
_BIN = _BRIER + 1
_SURE = _BIN + 3 * BINS
_LENGTH = _SURE + 2


def verdict_counts(pairs: Iterable[Pair], sure_from: float) -> Sums:
    """Return the counts of an answer; verdicts with a confidence of `sure_from` and more are the surest."""
    counts = [0.0] * _LENGTH
    for pair in pairs:
        sure, agree = pair.given.confidence, float(pair.agree)
        counts[_cell(pair.labelled, pair.given.verdict)] += 1
        counts[_BRIER] += (sure - agree) ** 2
        for offset, value in enumerate((1, sure, agree)):
            counts[_BIN + 3 * bin_of(sure) + offset] += value
        if sure >= sure_from:
            counts[_SURE] += 1
            counts[_SURE + 1] += 1 - agree
    return counts


def verdict_figures(sums: Sums) -> Figures:
    """Return the figures of some answers' summed counts; a share of nothing is None."""
    table = confusion(sums)
    labelled = [sum(row) for row in table]
    given = [sum(column) for column in zip(*table, strict=True)]
    n, same = sum(labelled), sum(table[i][i] for i in range(len(VERDICTS)))
    met = VERDICTS.index("met")
    denied = VERDICTS.index("contradicted")
    missed = VERDICTS.index("missed")
    return {
        "accuracy": (share(same, n), n),
        "kappa": (_kappa(same, labelled, given), n),
        "macro_f1": (_macro_f1(table, labelled, given), n),
        "met_f1": (share(2 * table[met][met], labelled[met] + given[met]), n),
        "met_precision": (share(table[met][met], given[met]), given[met]),
        "met_recall": (share(table[met][met], labelled[met]), labelled[met]),
        "contradicted_as_met": (share(table[denied][met], labelled[denied]), labelled[denied]),
        "missed_as_met": (share(table[missed][met], labelled[missed]), labelled[missed]),
        "brier": (share(sums[_BRIER], n), n),
        "ece": (_ece(sums, n), n),
        "error_at_75": (share(sums[_SURE + 1], sums[_SURE]), int(sums[_SURE])),
    }


def confusion(sums: Sums) -> list[list[int]]:
    """Return the numbers of verdicts: a row for each verdict labelled, a column for each given."""
    return [[int(sums[_cell(a, b)]) for b in VERDICTS] for a in VERDICTS]


def bin_of(confidence: float) -> int:
    """Return the bin of a confidence: ten of the same width."""
    return min(int(confidence * BINS), BINS - 1)


def bins(sums: Sums) -> list[tuple[int, float, float]]:
    """Return number, sum of confidence and number of agreements for each bin."""
    starts = range(_BIN, _SURE, 3)
    return [(int(sums[i]), sums[i + 1], sums[i + 2]) for i in starts]


def share(part: float, whole: float) -> float | None:
    """Return part / whole; None of nothing."""
    return part / whole if whole else None


def _cell(labelled: Verdict, given: Verdict) -> int:
    return VERDICTS.index(labelled) * len(VERDICTS) + VERDICTS.index(given)


def _macro_f1(table: Sequence[Sequence[int]], labelled: Sequence[int], given: Sequence[int]) -> float | None:
    """The mean F1 of the verdicts that occur."""
    scores = [2 * table[i][i] / (a + b) for i, (a, b) in enumerate(zip(labelled, given, strict=True)) if a + b]
    return share(sum(scores), len(scores))


def _kappa(same: int, labelled: Sequence[int], given: Sequence[int]) -> float | None:
    """Cohen's kappa (1960): agreement beyond what chance would give."""
    n = sum(labelled)
    chance = sum(a * b for a, b in zip(labelled, given, strict=True)) / n if n else 0.0
    return share(same - chance, n - chance)


def _ece(sums: Sums, n: float) -> float | None:
    """The expected calibration error (Naeini et al. 2015): the mean gap of confidence and agreement over the bins."""
    return share(sum(abs(sure - agree) for _, sure, agree in bins(sums)), n)
