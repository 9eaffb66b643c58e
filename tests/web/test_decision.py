"""What a form decides."""

import pytest

from grader.errors import OverrideRefused
from grader.grading import ConceptOverride, Grade, GradeRequest
from grader.web.decision import BLIND, UNDONE, decision, undoing
from tests.batches.making import RUBRIC, shared_grading


@pytest.fixture(scope="module")
def grade() -> Grade:
    return shared_grading().grade(GradeRequest(RUBRIC, "slow queries"))


def fields(grade: Grade, *verdicts: str) -> dict[str, str]:
    return {f"verdict:{each.id}": verdict for each, verdict in zip(grade.concepts, verdicts, strict=False)}


def test_who_agrees_blindly_confirms(grade: Grade) -> None:
    same = fields(grade, *(each.verdict for each in grade.concepts))
    assert decision(same, grade, blind=True) is None


def test_only_what_differs_is_decided(grade: Grade) -> None:
    turned = ["missed" if each.verdict == "met" else each.verdict for each in grade.concepts]
    made = decision(fields(grade, *turned), grade, blind=True)
    assert made is not None
    assert made.reason == BLIND
    met = [each.id for each in grade.concepts if each.verdict == "met"]
    assert made.concepts == tuple(ConceptOverride(concept=name, verdict="missed") for name in met)


def test_a_part_is_an_incomplete_one(grade: Grade) -> None:
    first = grade.concepts[0]
    made = decision({f"verdict:{first.id}": "partial", "reason": "It is half there."}, grade, blind=False)
    assert made is not None
    assert made.concepts == (ConceptOverride(concept=first.id, verdict="partial", partial="incomplete"),)


@pytest.mark.parametrize("score", ["x", "101", "-0.1", "nan", "inf"])
def test_what_is_no_score_is_refused(grade: Grade, score: str) -> None:
    with pytest.raises(OverrideRefused):
        decision({"score": score}, grade, blind=False)


def test_a_verdict_that_is_none_changes_nothing(grade: Grade) -> None:
    assert decision(fields(grade, "superb"), grade, blind=False) is None


def test_undoing_says_what_the_machine_said(grade: Grade) -> None:
    made = undoing(grade)
    assert made.reason == UNDONE
    assert [each.verdict for each in made.concepts] == [each.verdict for each in grade.concepts]
