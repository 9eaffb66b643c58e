"""Whole answers of a self-test."""

from grader.authoring.selftest import Notes, Subject
from grader.authoring.selftest.answers import whole_answers
from grader.authoring.selftest.mutant import Mutant
from grader.grading import prepare
from grader.rubric import EMPTY, Rubric

SHARED = {"rubric": "how-to-scale", "answer": "other", "score": 0.5, "reason": "both"}


def of(scale: Rubric, kind: str, notes: Notes | None = None) -> list[Mutant]:
    subject = Subject(prepare(scale, EMPTY), "more servers, queues")
    return [m for m in whole_answers(subject, {"other": "use queues"}, notes or Notes()) if m.kind == kind]


def test_the_reference_must_score_1_nothing_and_the_question_0(scale: Rubric) -> None:
    assert [(m.text, m.low) for m in of(scale, "reference")] == [("more servers, queues", 1.0)]
    assert [(m.text, m.high) for m in of(scale, "blank") + of(scale, "echo")] == [("", 0.0), ("How to scale?", 0.0)]


def test_another_reference_must_score_nothing_where_nothing_is_shared(scale: Rubric) -> None:
    (other,) = of(scale, "overlap")
    assert other.high == 0.0
    assert other.verdicts == {"servers": {"missed"}, "queues": {"missed"}}


def test_what_is_shared_may_be_met_and_no_more(scale: Rubric) -> None:
    (other,) = of(scale, "overlap", Notes.model_validate({"overlaps": [SHARED | {"concepts": {"queues": "met"}}]}))
    assert other.high == 0.5
    assert other.verdicts == {"servers": {"missed"}}
    (other,) = of(scale, "overlap", Notes.model_validate({"overlaps": [SHARED | {"concepts": {"queues": "partial"}}]}))
    assert other.verdicts["queues"] == {"missed", "partial"}


def test_case_and_filler_change_no_verdict(scale: Rubric) -> None:
    noisy = of(scale, "case") + of(scale, "filler")
    assert "MORE SERVERS, QUEUES" in [m.text for m in noisy]
    assert len(noisy) > 4
    assert all(m.verdicts == {"servers": {"met"}, "queues": {"met"}} for m in noisy)
