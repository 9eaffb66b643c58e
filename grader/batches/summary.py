"""What a candidate's rows of a batch come to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Part:
    """One row's part: scores are None where it has no grade."""

    candidate: str
    rubric: str | None
    score: float | None
    low: float | None
    high: float | None
    needs_review: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """A candidate's rows: `total` is the mean of their scores, None while one has none; unscored rows widen the range.

    `doubled` are rubrics that more than one row answers: a person must say which one counts.
    """

    candidate: str
    rows: int
    scored: int
    total: float | None
    low: float
    high: float
    needs_review: int
    doubled: tuple[str, ...]


def summaries(parts: Iterable[Part]) -> Iterator[Summary]:
    """Yield the summary of each candidate of parts that come candidate by candidate."""
    for candidate, group in groupby(parts, key=lambda part: part.candidate):
        yield summary(candidate, tuple(group))


def summary(candidate: str, parts: tuple[Part, ...]) -> Summary:
    """Return the summary of one candidate's parts."""
    scores = [part.score for part in parts if part.score is not None]
    rubrics = [part.rubric for part in parts if part.rubric is not None]
    return Summary(
        candidate=candidate,
        rows=len(parts),
        scored=len(scores),
        total=round(sum(scores) / len(parts), 4) if len(scores) == len(parts) else None,
        low=round(sum(part.low or 0.0 for part in parts) / len(parts), 4),
        high=round(sum(1.0 if part.high is None else part.high for part in parts) / len(parts), 4),
        needs_review=sum(part.needs_review for part in parts),
        doubled=tuple(sorted({rubric for rubric in rubrics if rubrics.count(rubric) > 1})),
    )
