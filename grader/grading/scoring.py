"""From verdicts to a score: arithmetic only."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from grader.matching import Partial, Verdict

INCOMPLETE, NAMED_ONLY = 0.5, 0.25


@dataclass(frozen=True, slots=True)
class Mark:
    """One concept's part in the score; `sure`: its verdict is confident enough."""

    weight: float
    credit: float
    contradicted: bool = False
    sure: bool = True


def credit(verdict: Verdict, partial: Partial | None) -> float:
    """Return the credit of a verdict: met 1, partial .5 or .25, missed and contradicted 0."""
    if verdict == "met":
        return 1.0
    if verdict == "partial":
        return NAMED_ONLY if partial == "named_only" else INCOMPLETE
    return 0.0


def score(marks: Sequence[Mark], enough: Literal["all"] | int = "all") -> float:
    """Return the score of a question, 0 to 1.

    With `enough` = k and c contradicted concepts, the k - c largest of weight x credit count, over the k largest
    weights: surplus cannot buy back a contradiction.
    """
    if enough == "all":
        return _rounded(sum(m.weight * m.credit for m in marks) / sum(m.weight for m in marks))
    kept = max(0, enough - sum(m.contradicted for m in marks))
    earned = sorted((m.weight * m.credit for m in marks), reverse=True)[:kept]
    whole = sorted((m.weight for m in marks), reverse=True)[:enough]
    return _rounded(sum(earned) / sum(whole))


def score_range(marks: Sequence[Mark], enough: Literal["all"] | int = "all") -> tuple[float, float]:
    """Return the score with each unsure concept at 0, and at 1."""
    low = [m if m.sure else Mark(m.weight, 0.0, m.contradicted) for m in marks]
    high = [m if m.sure else Mark(m.weight, 1.0) for m in marks]
    return score(low, enough), score(high, enough)


def unsure_share(marks: Sequence[Mark]) -> float:
    """Return the share of the weight that unsure concepts hold."""
    return sum(m.weight for m in marks if not m.sure) / sum(m.weight for m in marks)


def _rounded(value: float) -> float:
    return round(min(1.0, max(0.0, value)), 4)
