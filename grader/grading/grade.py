"""A grade: the whole result for one answer, as the API and the command line give it."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from grader.matching import Mode, Partial, Verdict


class Result(BaseModel):
    """A part of a grade: frozen."""

    model_config = ConfigDict(frozen=True)


class Span(Result):
    """A span of the answer: offsets are code points of the original text."""

    start: int
    end: int
    text: str


class ConceptGrade(Result):
    """What the answer holds of one concept."""

    id: str
    source: str
    verdict: Verdict
    partial: Partial | None
    credit: float = Field(description="0 to 1, by verdict; with continuous credit, the coverage.")
    weight: float
    confidence: float = Field(description="The probability that the verdict is right.")
    decided_by: Literal["matcher", "judge", "person"]
    evidence: tuple[Span, ...]
    feedback: str


class Gate(Result):
    """A required concept and its state: only a person fails someone on it."""

    concept: str
    state: Verdict


class JudgeUsage(Result):
    """What calls of models took; `cost` in US dollars, null if a price is unknown."""

    input_tokens: int
    output_tokens: int
    cost: float | None


class JudgeAttempt(Result):
    """One call of one model; `outcome` is `ok` or why it gave no judgement."""

    model: str
    outcome: str
    usage: JudgeUsage


class JudgeRecord(Result):
    """What the judge was asked and what came of it; `model` is null if every attempt failed."""

    model: str | None
    prompt_version: str
    asked: tuple[str, ...] = Field(description="The ids of the concepts that were asked.")
    attempts: tuple[JudgeAttempt, ...]
    usage: JudgeUsage
    flags: tuple[str, ...]
    raw: str = Field(description="The model's reply as it came; empty if every attempt failed.")


class Grade(Result):
    """The result for one answer."""

    id: str
    external_id: str | None
    candidate: str | None
    rubric: str
    rubric_hash: str
    lexicon_hash: str
    engine: str
    mode: Mode
    score: float = Field(description="0 to 1: how much of the rubric the answer covers.")
    score_low: float = Field(description="The score with each unsure concept at 0.")
    score_high: float = Field(description="The score with each unsure concept at 1.")
    provisional: bool
    status: Literal["graded", "needs_review"]
    reasons: tuple[str, ...]
    concepts: tuple[ConceptGrade, ...]
    gates: tuple[Gate, ...]
    beyond: tuple[Span, ...]
    flags: tuple[str, ...]
    judge: JudgeRecord | None = None


class CandidateGrade(Result):
    """What a candidate may see: feedback, nothing of the rubric; the score only once a person has released it."""

    id: str
    external_id: str | None
    status: Literal["received", "released"]
    score: float | None
    feedback: tuple[str, ...]


def candidate_view(grade: Grade, *, released: bool = False) -> CandidateGrade:
    """Return the candidate's form of a grade; texts that say the same are given once."""
    texts = tuple(dict.fromkeys(concept.feedback for concept in grade.concepts))
    status: Literal["received", "released"] = "released" if released else "received"
    return CandidateGrade(
        id=grade.id,
        external_id=grade.external_id,
        status=status,
        score=grade.score if released else None,
        feedback=texts,
    )
