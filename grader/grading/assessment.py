"""The total of an assessment: arithmetic only."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from pydantic import Field

from grader.rubric import Assessment, Policy

from .grade import Grade, Result

Outcome: TypeAlias = Grade | Literal["blank", "unscored"]
Band: TypeAlias = Literal["advance", "review"]


class AssessmentTotal(Result):
    """What a candidate's answers to an assessment come to. The total is None while a question is unscored."""

    assessment: str
    total: float | None = Field(description="0 to 1: the weighted mean of the questions' scores.")
    low: float = Field(description="The total with each unsure concept, and each unscored question, at 0.")
    high: float = Field(description="The total with each unsure concept, and each unscored question, at 1.")
    counted: str = Field(description="How many questions have a score, e.g. `11 of 12`. A blank answer has one: 0.")
    blank: tuple[str, ...] = Field(description="The rubrics of the questions left blank, in order.")
    unscored: tuple[str, ...] = Field(description="The rubrics of the questions that could not be scored, in order.")
    band: Band | None = Field(
        default=None,
        description="By the assessment's policy: `advance` from its cutoff on, else `review`, by a person. None without"
        " a policy.",
    )


def assessment_total(assessment: Assessment, outcomes: Mapping[str, Outcome]) -> AssessmentTotal:
    """Return the total of the outcomes, by rubric id; a question without one is unscored, never 0.

    Raises ValueError for the outcome of a question that the assessment does not ask, and for a grade by another rubric.
    """
    _check(assessment, outcomes)
    found = {question.rubric: outcomes.get(question.rubric, "unscored") for question in assessment.questions}
    weights = {question.rubric: question.weight for question in assessment.questions}
    unscored = tuple(rubric for rubric, outcome in found.items() if outcome == "unscored")
    scores = {rubric: _scores(outcome) for rubric, outcome in found.items()}
    low, middle, high = (_mean(weights, {rubric: each[i] for rubric, each in scores.items()}) for i in range(3))
    total = None if unscored else middle
    return AssessmentTotal(
        assessment=assessment.id,
        total=total,
        low=low,
        high=high,
        counted=f"{len(found) - len(unscored)} of {len(found)}",
        blank=tuple(rubric for rubric, outcome in found.items() if outcome == "blank"),
        unscored=unscored,
        band=None if assessment.policy is None else _band(assessment.policy, total),
    )


def _band(policy: Policy, total: float | None) -> Band:
    """An open total is for a person to look at, whatever its range; no total is a rejection."""
    return "advance" if total is not None and total >= policy.cutoff else "review"


def _check(assessment: Assessment, outcomes: Mapping[str, Outcome]) -> None:
    for rubric, outcome in outcomes.items():
        if all(question.rubric != rubric for question in assessment.questions):
            raise ValueError(f"{assessment.id} does not ask {rubric}")
        if isinstance(outcome, Grade) and outcome.rubric != rubric:
            raise ValueError(f"a grade by {outcome.rubric} is not one by {rubric}")


def _scores(outcome: Outcome) -> tuple[float, float, float]:
    """The lowest, the given and the highest score."""
    if isinstance(outcome, Grade):
        return outcome.score_low, outcome.score, outcome.score_high
    return (0.0, 0.0, 0.0) if outcome == "blank" else (0.0, 0.0, 1.0)


def _mean(weights: Mapping[str, float], scores: Mapping[str, float]) -> float:
    return round(sum(weights[rubric] * scores[rubric] for rubric in weights) / sum(weights.values()), 4)
