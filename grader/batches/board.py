"""What a batch comes to, so far: by question, by concept, by candidate, row by row. Counted where the rows lie."""

from dataclasses import dataclass
from typing import Protocol

from .batch import Outcome
from .item import Result

BINS = 10
"""Bins of scores: 0 to .1, ..., .9 to 1, the best score in the last one."""


@dataclass(frozen=True, slots=True)
class QuestionBoard:
    """The graded answers to one question; `bins` count their scores."""

    rubric: str
    answers: int
    needs_review: int
    mean: float
    bins: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ConceptCount:
    """How many answers have a verdict on a concept, by the machine's latest grade."""

    rubric: str
    concept: str
    verdict: str
    answers: int


@dataclass(frozen=True, slots=True)
class CandidateBoard:
    """A candidate's rows, the mean of their scores and the range of it; rows without a score count from 0 to 1.

    While one has no score, `mean` is the middle of the range: where the candidate stands among the others.
    """

    candidate: str
    rows: int
    scored: int
    mean: float
    low: float
    high: float
    needs_review: int


@dataclass(frozen=True, slots=True)
class Filter:
    """Which results to show; None takes any. `shuffled`: in an order of its own, always the same, that says nothing."""

    outcome: Outcome | None = None
    rubric: str | None = None
    candidate: str | None = None
    shuffled: bool = False


class Boards(Protocol):
    """What batches come to."""

    def questions(self, batch_id: str) -> tuple[QuestionBoard, ...]:
        """Return the questions, by rubric."""

    def concepts(self, tenant: str, batch_id: str) -> tuple[ConceptCount, ...]:
        """Return how often each concept has each verdict."""

    def candidates(self, batch_id: str) -> tuple[CandidateBoard, ...]:
        """Return all candidates, the best mean first."""

    def of_candidates(self, batch_id: str, candidates: tuple[str, ...]) -> tuple[Result, ...]:
        """Return the results of some candidates, in the order of the rows."""

    def results(self, batch_id: str, chosen: Filter, after: int, limit: int) -> tuple[Result, ...]:
        """Return at most `limit` results, beginning after a row (-1: from the start)."""

    def result(self, batch_id: str, number: int) -> Result | None:
        """Return the result of a row, if it has one."""
