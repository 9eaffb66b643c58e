"""Fit the weights that tell a claim from what is argued against, and measure them on questions they have not seen.

A logistic regression on words and pairs of words (Wang and Manning, 2012, found bags of bigrams hard to beat for short
opinions), with a penalty on the squares of its weights; found by Newton's steps, each solved by conjugate gradients.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp, log1p

from grader.matching import CompiledRubric, Verdict, signs_of_disputes
from grader.rubric import Rubrics

from .compiling import compiling
from .run import Compared

FEWEST, PENALTY, FOLDS = 4, 10.0, 9
NEWTON_STEPS, GRADIENT_STEPS, CLOSE = 12, 40, 1e-4
LEAST = 5e-4
THRESHOLDS = (0.4, 0.5, 0.6, 0.7)

Vector = list[float]


@dataclass(frozen=True, slots=True)
class Dispute:
    """What the rules found for a concept: what is so of it, and whether people call it contradicted."""

    question: str
    rules: Verdict
    signs: frozenset[str]
    denied: bool


@dataclass(frozen=True, slots=True)
class Turned:
    """From a probability on: how many claims are rightly and how many are wrongly taken for denied."""

    threshold: float
    rightly: int
    wrongly: int


@dataclass(frozen=True, slots=True)
class Fitted:
    """The weights by the name of their sign; the claims, and, cross-validated over questions, what they would turn."""

    weights: dict[str, float]
    n: int
    denied: int
    questions: int
    cross_validated: tuple[Turned, ...]


def disputes_of(compared: Iterable[Compared], rubrics: Rubrics) -> tuple[Dispute, ...]:
    """Return what the rules found in answers with labels, graded against these rubrics."""
    compiled = compiling(rubrics)
    return tuple(dispute for one in compared for dispute in _disputes(one, compiled(one.grade.rubric)))


def _disputes(one: Compared, compiled: CompiledRubric) -> Iterable[Dispute]:
    found = signs_of_disputes(compiled, one.row.answer)
    for pair in one.pairs:
        if pair.given.id in found:
            rules, signs = found[pair.given.id]
            yield Dispute(one.grade.rubric, rules, frozenset(signs), pair.labelled == "contradicted")


def fit_disputes(found: Sequence[Dispute]) -> Fitted:
    """Return the weights that fit, with their figures."""
    questions = sorted({one.question for one in found})
    fold = {name: number % FOLDS for number, name in enumerate(questions)}
    unseen = [
        (probability, one)
        for number in range(FOLDS)
        for weights in [weigh([one for one in found if fold[one.question] != number])]
        for one in found
        if fold[one.question] == number
        for probability in [_probability(weights, one.signs)]
    ]
    claims = [(probability, one.denied) for probability, one in unseen if one.rules == "met"]
    turned = tuple(_turned(threshold, claims) for threshold in THRESHOLDS)
    return Fitted(weigh(found), len(found), sum(one.denied for one in found), len(questions), turned)


def _turned(threshold: float, claims: Iterable[tuple[float, bool]]) -> Turned:
    denied = [denied for probability, denied in claims if probability >= threshold]
    return Turned(threshold, sum(denied), len(denied) - sum(denied))


def _probability(weights: dict[str, float], signs: Iterable[str]) -> float:
    return _logistic(sum(weights.get(sign, 0.0) for sign in signs))


def weigh(found: Sequence[Dispute]) -> dict[str, float]:
    """Return the most likely weights of the signs that occur often enough, those near nothing left out."""
    times = Counter(sign for one in found for sign in one.signs)
    names = sorted(sign for sign, number in times.items() if number >= FEWEST)
    place = {name: number for number, name in enumerate(names)}
    rows = [[place[sign] for sign in sorted(one.signs) if sign in place] for one in found]
    weights = _most_likely(rows, [float(one.denied) for one in found], len(names))
    named = {name: round(weight, 4) for name, weight in zip(names, weights, strict=True)}
    return {name: weight for name, weight in named.items() if abs(weight) >= LEAST}


def _most_likely(rows: list[list[int]], wanted: Vector, size: int) -> Vector:
    weights = [0.0] * size
    for _ in range(NEWTON_STEPS):
        given = [_logistic(sum(weights[i] for i in row)) for row in rows]
        slope = [PENALTY * weight for weight in weights]
        for row, p, y in zip(rows, given, wanted, strict=True):
            for i in row:
                slope[i] += p - y
        step = _solved(rows, [p * (1 - p) for p in given], slope)
        weights = _shortened(rows, wanted, weights, step)
        if max(map(abs, step), default=0.0) < CLOSE:
            break
    return weights


def _shortened(rows: list[list[int]], wanted: Vector, weights: Vector, step: Vector) -> Vector:
    """Take the step, halved until it makes things no worse."""
    start, share = _loss(rows, wanted, weights), 1.0
    while True:
        tried = [weight - share * part for weight, part in zip(weights, step, strict=True)]
        if share < CLOSE or _loss(rows, wanted, tried) <= start:
            return tried
        share /= 2


def _loss(rows: list[list[int]], wanted: Vector, weights: Vector) -> float:
    scores = [sum(weights[i] for i in row) for row in rows]
    fits = sum(_softplus(z) - y * z for z, y in zip(scores, wanted, strict=True))
    return fits + PENALTY / 2 * sum(weight * weight for weight in weights)


def _solved(rows: list[list[int]], bend: Vector, slope: Vector) -> Vector:
    """Newton's step by conjugate gradients: the matrix, sparse rows weighed by `bend`, is never written out."""
    step, rest = [0.0] * len(slope), list(slope)
    way, size = list(rest), _dot(slope, slope)
    goal = CLOSE * CLOSE * max(size, 1.0)
    for _ in range(GRADIENT_STEPS):
        if size <= goal:
            break
        moved = _times(rows, bend, way)
        far = size / _dot(way, moved)
        step = [s + far * w for s, w in zip(step, way, strict=True)]
        rest = [r - far * m for r, m in zip(rest, moved, strict=True)]
        before, size = size, _dot(rest, rest)
        way = [r + size / before * w for r, w in zip(rest, way, strict=True)]
    return step


def _times(rows: list[list[int]], bend: Vector, vector: Vector) -> Vector:
    product = [PENALTY * value for value in vector]
    for row, b in zip(rows, bend, strict=True):
        along = b * sum(vector[i] for i in row)
        for i in row:
            product[i] += along
    return product


def _dot(one: Vector, two: Vector) -> float:
    return sum(a * b for a, b in zip(one, two, strict=True))


def _logistic(z: float) -> float:
    return 1 / (1 + exp(-z)) if z >= 0 else exp(z) / (1 + exp(z))


def _softplus(z: float) -> float:
    return max(z, 0.0) + log1p(exp(-abs(z)))
