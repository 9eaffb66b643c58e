"""An assessment and its policy."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from grader.rubric import Assessment, Policy

POLICY = {"cutoff": "0.6", "method": "modified Angoff", "author": "the hiring team", "date": "2026-01-31"}


def made(**more: Any) -> Assessment:
    return Assessment.model_validate({"id": "a", "title": "A", "questions": [{"rubric": "toy/one"}], **more})


def test_a_question_weighs_1_and_there_is_no_policy_unless_said() -> None:
    assessment = made()
    assert assessment.questions[0].weight == 1
    assert assessment.policy is None


def test_a_policy_says_who_set_the_cutoff_how_and_when() -> None:
    assert made(policy=POLICY).policy == Policy(
        cutoff=0.6, method="modified Angoff", author="the hiring team", date=date(2026, 1, 31)
    )


@pytest.mark.parametrize(
    "change",
    [{"cutoff": "1.01"}, {"cutoff": "-0.1"}, {"cutoff": "nan"}, {"method": ""}, {"author": None}, {"date": "0"}],
)
def test_a_policy_with_a_fault_is_refused(change: dict[str, str | None]) -> None:
    with pytest.raises(ValidationError):
        made(policy={**POLICY, **change})


@pytest.mark.parametrize("missing", POLICY)
def test_a_policy_needs_all_four(missing: str) -> None:
    with pytest.raises(ValidationError, match="Field required"):
        made(policy={name: value for name, value in POLICY.items() if name != missing})


@pytest.mark.parametrize(
    "questions", [[], [{"rubric": "one"}], [{"rubric": "a/b", "weight": "0"}], [{"rubric": "a/b", "wight": "1"}]]
)
def test_questions_with_a_fault_are_refused(questions: list[dict[str, str]]) -> None:
    with pytest.raises(ValidationError):
        made(questions=questions)
