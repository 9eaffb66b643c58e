"""Fit the confidence on labels, and measure the fit on questions it has not seen.

A logistic regression for each verdict on the matcher's signals (Platt's scaling, 1999, with more than one signal). A
penalty draws the weights towards what the rules say by themselves, so that few labels change little.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from grader.matching import SIGNALS, CompiledRubric, Verdict, match, probability
from grader.rubric import Rubrics

from .compiling import compiling
from .reliability import Certain, coverage
from .run import Compared
from .verdicts import SURE, VERDICTS, bin_of

FOLDS = 9
STEPS = 25
PENALTY = 2.0
CLOSE = 1e-5
BY_RULES = tuple(float(name == "rules") for name in SIGNALS)

Weights = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A verdict given to an answer of a question: its signals, and whether the label agrees."""

    question: str
    verdict: Verdict
    signals: tuple[float, ...]
    agrees: bool


@dataclass(frozen=True, slots=True)
class Fit:
    """How well confidences do: calibration error, Brier score, and the disagreement of the surest three quarters."""

    ece: float
    brier: float
    error_at_75: float


@dataclass(frozen=True, slots=True)
class Calibrated:
    """The fitted weights; by the rules alone, and, by cross-validation over questions, with the weights.

    From `unsure_below` on, at most `stated_error` of the verdicts disagree: that is `coverage` of all.
    """

    weights: dict[Verdict, Weights]
    n: int
    questions: int
    by_rules: Fit
    cross_validated: Fit
    stated_error: float
    unsure_below: float
    coverage: float


def cases(compared: Iterable[Compared], rubrics: Rubrics) -> tuple[Case, ...]:
    """Return the verdicts that have a label, of answers graded against these rubrics."""
    compiled = compiling(rubrics)
    return tuple(chain.from_iterable(_cases(one, compiled(one.grade.rubric)) for one in compared))


def calibrate(found: Sequence[Case], *, stated_error: float = 0.05) -> Calibrated:
    """Return the weights that fit some verdicts, with their figures."""
    certain = cross_validated(found)
    covers = [cover for cover in coverage(certain) if cover.error <= stated_error]
    return Calibrated(
        weights=fit(found),
        n=len(found),
        questions=len({case.question for case in found}),
        by_rules=_fit([(probability(BY_RULES, case.signals), case.agrees) for case in found]),
        cross_validated=_fit(certain),
        stated_error=stated_error,
        unsure_below=covers[-1].threshold if covers else 1.0,
        coverage=covers[-1].coverage if covers else 0.0,
    )


def cross_validated(found: Sequence[Case]) -> list[Certain]:
    """Return (confidence, agrees) of each verdict, with weights fitted on the questions of the other folds."""
    names = sorted({case.question for case in found})
    fold = {name: number % FOLDS for number, name in enumerate(names)}
    done: list[Certain] = []
    for number in range(FOLDS):
        weights = fit([case for case in found if fold[case.question] != number])
        held = (case for case in found if fold[case.question] == number)
        done += [(probability(weights[case.verdict], case.signals), case.agrees) for case in held]
    return done


def fit(found: Sequence[Case]) -> dict[Verdict, Weights]:
    """Return the weights for each verdict."""
    return {verdict: _weights([case for case in found if case.verdict == verdict]) for verdict in VERDICTS}


def _cases(one: Compared, compiled: CompiledRubric) -> Iterable[Case]:
    of_concept = {concept.concept: concept.signals for concept in match(compiled, one.row.answer).concepts}
    for pair in one.pairs:
        yield Case(one.grade.rubric, pair.given.verdict, of_concept[pair.given.id], pair.agree)


def _weights(found: Sequence[Case]) -> Weights:
    """Newton's steps to the most likely weights, with the penalty's pull."""
    weights, size = list(BY_RULES), range(len(BY_RULES))
    for _ in range(STEPS):
        slope = [PENALTY * (weights[i] - BY_RULES[i]) for i in size]
        bend = [[PENALTY * (i == j) for j in size] for i in size]
        for case in found:
            p, x = probability(tuple(weights), case.signals), case.signals
            for i in size:
                slope[i] += (p - case.agrees) * x[i]
                for j in size:
                    bend[i][j] += p * (1 - p) * x[i] * x[j]
        steps = _solved(bend, slope)
        weights = [weight - step for weight, step in zip(weights, steps, strict=True)]
        if max(map(abs, steps)) < CLOSE:
            break
    return tuple(round(weight, 3) for weight in weights)


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The x of matrix x = right, by elimination; the penalty keeps every pivot above zero."""
    size = len(right)
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for i in range(size):
        rows[i] = [value / rows[i][i] for value in rows[i]]
        for j in range(size):
            if j != i:
                rows[j] = [a - rows[j][i] * b for a, b in zip(rows[j], rows[i], strict=True)]
    return [row[-1] for row in rows]


def _fit(certain: Sequence[Certain]) -> Fit:
    gaps: dict[int, float] = {}
    for sure, agrees in certain:
        gaps[bin_of(sure)] = gaps.get(bin_of(sure), 0.0) + sure - agrees
    squares = sum((sure - agrees) ** 2 for sure, agrees in certain)
    surest = next(cover.error for cover in coverage(certain) if cover.coverage >= SURE)
    n = len(certain)
    return Fit(round(sum(map(abs, gaps.values())) / n, 4), round(squares / n, 4), surest)
