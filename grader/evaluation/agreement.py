"""How far grades agree with labels: verdicts and scores, each figure with an interval."""

from collections.abc import Sequence
from dataclasses import dataclass

from .intervals import ROUNDS, Estimate, Sums, estimates, totals
from .reliability import sure_from
from .run import Compared
from .scores import score_figures, score_moments
from .verdicts import SURE, verdict_counts, verdict_figures


@dataclass(frozen=True, slots=True)
class Agreement:
    """The figures of some answers; without labelled verdicts (or scores) their figures rest on nothing: n is 0."""

    rows: int
    verdicts: dict[str, Estimate]
    scores: dict[str, Estimate]


def agreement(compared: Sequence[Compared], *, seed: int = 0, rounds: int = ROUNDS) -> Agreement:
    """Return the agreement of grades with labels; `seed` is the random one of the intervals."""
    pairs = [one.pairs for one in compared if one.pairs]
    surest = sure_from([pair.given.confidence for of_one in pairs for pair in of_one], SURE)
    counts = [verdict_counts(of_one, surest) for of_one in pairs]
    moments = [score_moments(one, one.row.score) for one in compared if one.row.score is not None]
    return Agreement(
        len(compared),
        estimates(counts or [verdict_counts((), surest)], verdict_figures, seed=seed, rounds=rounds),
        estimates(moments or [_nothing()], score_figures, seed=seed, rounds=rounds),
    )


def verdict_sums(compared: Sequence[Compared]) -> Sums:
    """Return the counts of all labelled verdicts."""
    return totals([verdict_counts(one.pairs, 2) for one in compared] or [verdict_counts((), 2)])


def _nothing() -> Sums:
    return [0.0] * 17
