"""Where grade and label differ most, with the evidence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from grader.grading import Span
from grader.matching import Evidence

from .breakdown import RANK, height, question_of
from .run import Compared


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A verdict, or (concept None) a score, that differs from its label.

    `size`, 0 to 1, is how far: for verdicts the steps between them, the surer the machine the larger.
    """

    path: str
    line: int
    id: str
    question: str
    concept: str | None
    source: str | None
    labelled: str | float
    given: str | float
    confidence: float | None
    size: float
    answer: str
    evidence: tuple[Evidence, ...]


def worst(compared: Iterable[Compared], most: int) -> tuple[Disagreement, ...]:
    """Return the largest disagreements: of verdicts, or of scores where an answer has no labelled verdicts."""
    found = [item for one in compared for item in (_verdicts(one) if one.pairs else _score(one))]
    return tuple(sorted(found, key=lambda item: (-item.size, item.path, item.line, item.concept or ""))[:most])


def _verdicts(one: Compared) -> Iterator[Disagreement]:
    for pair in one.pairs:
        if not pair.agree:
            given = pair.given
            size = abs(height(pair)) / (len(RANK) - 1) * given.confidence
            told = pair.labelled, given.verdict, given.confidence, round(size, 4)
            yield Disagreement(*_where(one), given.id, given.source, *told, one.row.answer, _evidence(given.evidence))


def _score(one: Compared) -> Iterator[Disagreement]:
    if one.row.score is not None:
        evidence = _evidence(span for concept in one.grade.concepts for span in concept.evidence)
        size = round(abs(one.grade.score - one.row.score), 4)
        told = one.row.score, one.grade.score, None, size
        if size:
            yield Disagreement(*_where(one), None, None, *told, one.row.answer, evidence)


def _evidence(spans: Iterable[Span]) -> tuple[Evidence, ...]:
    return tuple(Evidence(span.start, span.end, span.text) for span in spans)


def _where(one: Compared) -> tuple[str, int, str, str]:
    return one.row.path, one.row.line, one.row.id, question_of(one)
