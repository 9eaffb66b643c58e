"""Agreement by concept, by question, and by groups of answers."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Literal, TypeVar

from .agreement import Agreement, agreement
from .run import Compared, Pair

By = Literal["kind", "question", "half"]
Item = TypeVar("Item")
Key = TypeVar("Key")

# From what counts against an answer to what counts for it.
RANK = ("contradicted", "missed", "partial", "met")


@dataclass(frozen=True, slots=True)
class ConceptFigures:
    """The verdicts on one concept: `too_high` of them are kinder than their label, `too_low` stricter."""

    question: str
    concept: str
    source: str
    n: int
    accuracy: float
    too_high: int
    too_low: int


@dataclass(frozen=True, slots=True)
class QuestionFigures:
    """The answers to one question: how their verdicts agree, and the mean scores and their mean gap."""

    question: str
    rows: int
    n: int
    accuracy: float | None
    labelled: float | None
    given: float
    mae: float | None


def by_concept(compared: Iterable[Compared]) -> tuple[ConceptFigures, ...]:
    """Return figures for each concept that has labels, where they agree least first."""
    pairs = [(question_of(one), pair) for one in compared for pair in one.pairs]
    groups = _grouped(pairs, lambda item: (item[0], item[1].given.id))
    found = [_concept(question, [pair for _, pair in items]) for (question, _), items in groups.items()]
    return tuple(sorted(found, key=lambda one: (one.accuracy, -one.n, one.question, one.concept)))


def by_question(compared: Iterable[Compared]) -> tuple[QuestionFigures, ...]:
    """Return figures for each question, in the order in which they come."""
    return tuple(_question(name, answers) for name, answers in _grouped(compared, question_of).items())


def by_group(compared: Iterable[Compared], by: By, *, seed: int, rounds: int) -> dict[str, Agreement]:
    """Return the agreement for each kind of answer, question or half, by name."""
    groups = sorted(_grouped(compared, lambda one: group_of(one, by)).items())
    return {name: agreement(answers, seed=seed, rounds=rounds) for name, answers in groups}


def group_of(one: Compared, by: By) -> str:
    """Return the name of the group an answer belongs to."""
    if by == "question":
        return question_of(one)
    return one.row.half if by == "half" else one.row.kind or "(none)"


def question_of(one: Compared) -> str:
    """Return the question's name: its rubric's id, or what the labels call it if the rubric was built for it."""
    return one.row.question if one.row.references else one.grade.rubric


def height(pair: Pair) -> int:
    """Return by how much the given verdict is kinder than the labelled one, -3 to 3."""
    return RANK.index(pair.given.verdict) - RANK.index(pair.labelled)


def _concept(question: str, pairs: Sequence[Pair]) -> ConceptFigures:
    heights = [height(pair) for pair in pairs]
    same = heights.count(0) / len(heights)
    high, low = sum(one > 0 for one in heights), sum(one < 0 for one in heights)
    given = pairs[0].given
    return ConceptFigures(question, given.id, given.source, len(pairs), round(same, 4), high, low)


def _question(name: str, answers: Sequence[Compared]) -> QuestionFigures:
    pairs = [pair for one in answers for pair in one.pairs]
    scored = [(one.row.score, one.grade.score) for one in answers if one.row.score is not None]
    return QuestionFigures(
        name,
        len(answers),
        len(pairs),
        _mean([pair.agree for pair in pairs]),
        _mean([labelled for labelled, _ in scored]),
        round(fmean(one.grade.score for one in answers), 4),
        _mean([abs(given - labelled) for labelled, given in scored]),
    )


def _mean(values: Sequence[float]) -> float | None:
    return round(fmean(values), 4) if values else None


def _grouped(items: Iterable[Item], key: Callable[[Item], Key]) -> dict[Key, list[Item]]:
    groups: dict[Key, list[Item]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return groups
