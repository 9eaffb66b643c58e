"""A scorecard: what an interview came to, with notes, evidence, and what came only after a hint."""

from collections.abc import Iterable
from datetime import datetime

from pydantic import Field

from grader.rubric import Rung

from .grade import ConceptGrade, Result


class CardConcept(ConceptGrade):
    """What the notes hold of one concept, and what the interviewer asked about it."""

    asked: Rung | None = Field(description="How far down its ladder of hints was asked.")
    prompted: Rung | None = Field(description="The rung after which it earned more than before.")
    deeper: bool = Field(description="Whether a question went deeper into it.")


class CardQuestion(Result):
    """One question of an interview; `taken` is false if it was not taken up, which is no score of 0."""

    rubric: str
    rubric_hash: str
    lexicon_hash: str
    engine: str
    question: str
    weight: float
    taken: bool
    notes: str
    score: float = Field(description="0 to 1: how much of the rubric the notes cover.")
    unprompted: float = Field(description="The score without what came after a hint.")
    concepts: tuple[CardConcept, ...]


class CardTotal(Result):
    """What the questions come to, by their weights; None if none was taken up."""

    score: float | None = Field(description="0 to 1: the weighted mean over the questions taken up.")
    unprompted: float | None = Field(description="The same without what came after a hint.")
    low: float = Field(description="The weighted mean over all questions, those not taken up at 0.")
    high: float = Field(description="The same with those at 1.")
    counted: str = Field(description="How many questions were taken up, e.g. `7 of 12`.")


class CardDraft(Result):
    """A scorecard before it is kept; `candidate` is the interviewer's own name for them, or empty."""

    candidate: str
    assessment: str | None
    started: str = Field(description="The client's mark of when the interview began; empty if it gave none.")
    total: CardTotal
    questions: tuple[CardQuestion, ...]


class Scorecard(CardDraft):
    """A scorecard that is kept: it never changes."""

    id: str
    made: datetime
    made_by: str


def card_total(questions: Iterable[CardQuestion]) -> CardTotal:
    """Return what questions come to; one that was not taken up has no score."""
    listed = tuple(questions)
    taken = tuple(each for each in listed if each.taken)
    missing = sum(each.weight for each in listed if not each.taken)
    whole = sum(each.weight for each in listed) or 1.0
    got = sum(each.weight * each.score for each in taken)
    return CardTotal(
        score=_mean([(each.weight, each.score) for each in taken]),
        unprompted=_mean([(each.weight, each.unprompted) for each in taken]),
        low=round(got / whole, 4),
        high=round((got + missing) / whole, 4),
        counted=f"{len(taken)} of {len(listed)}",
    )


def _mean(pairs: list[tuple[float, float]]) -> float | None:
    weight = sum(each for each, _ in pairs)
    return round(sum(each * score for each, score in pairs) / weight, 4) if pairs else None
