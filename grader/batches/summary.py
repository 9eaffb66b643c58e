"""What a candidate's rows of a batch come to."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
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

    By an assessment it is the mean by the weights of its questions, which `rows` then counts. `doubled` are rubrics
    that more than one row answers: a person must say which one counts, and by an assessment none does.
    """

    candidate: str
    rows: int
    scored: int
    total: float | None
    low: float
    high: float
    needs_review: int
    doubled: tuple[str, ...]


def summaries(parts: Iterable[Part], weights: Mapping[str, float] | None = None) -> Iterator[Summary]:
    """Yield the summary of each candidate of parts that come candidate by candidate; `weights` are by rubric."""
    for candidate, group in groupby(parts, key=lambda part: part.candidate):
        yield summary(candidate, tuple(group), weights)


def summary(candidate: str, parts: tuple[Part, ...], weights: Mapping[str, float] | None = None) -> Summary:
    """Return the summary of one candidate's parts."""
    rubrics = Counter(part.rubric for part in parts if part.rubric is not None)
    counted = [(1.0, part) for part in parts] if weights is None else _counted(parts, rubrics, weights)
    scored = [part for _, part in counted if part is not None and part.score is not None]
    return Summary(
        candidate=candidate,
        rows=len(counted),
        scored=len(scored),
        total=_mean(counted, "score", 0.0) if len(scored) == len(counted) else None,
        low=_mean(counted, "low", 0.0),
        high=_mean(counted, "high", 1.0),
        needs_review=sum(part.needs_review for part in parts),
        doubled=tuple(sorted(rubric for rubric, count in rubrics.items() if count > 1)),
    )


def _counted(
    parts: tuple[Part, ...], rubrics: Counter[str], weights: Mapping[str, float]
) -> list[tuple[float, Part | None]]:
    """What counts by an assessment: for each question its weight and its part, if there is exactly one."""
    one = {part.rubric: part for part in parts if part.rubric is not None and rubrics[part.rubric] == 1}
    return [(weight, one.get(rubric)) for rubric, weight in weights.items()]


def _mean(counted: Sequence[tuple[float, Part | None]], name: str, without: float) -> float:
    values = [(weight, getattr(part, name, None)) for weight, part in counted]
    total = sum(weight * (without if value is None else value) for weight, value in values)
    return round(total / sum(weight for weight, _ in counted), 4)
