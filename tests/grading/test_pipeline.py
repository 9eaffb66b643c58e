"""Grade one answer."""

import pytest

from grader.errors import AnswerRefused
from grader.grading import GradeRequest, Grading, prepare
from grader.grading.pipeline import Labels, grade
from tests.factories import make_rubric


def test_a_grade_shows_the_candidates_own_words(grading: Grading) -> None:
    answer = "Usually I add more SERVERS, then see."
    found = grading.grade(GradeRequest("toy/how-to-scale", answer)).concepts[0]
    assert found.verdict == "met"
    assert [span.text for span in found.evidence] == ["more SERVERS"]
    assert all(answer[span.start : span.end] == span.text for span in found.evidence)


def test_each_concept_has_the_feedback_of_its_verdict(grading: Grading) -> None:
    grade = grading.grade(GradeRequest("toy/how-to-scale", "more servers, and I'd avoid queues"))
    assert [c.feedback for c in grade.concepts] == ["Scaling out is covered.", "Think again."]


def test_a_required_concept_is_a_gate_and_no_more(grading: Grading) -> None:
    grade = grading.grade(GradeRequest("toy/how-to-scale", "queues"))
    assert [(gate.concept, gate.state) for gate in grade.gates] == [("scale-out", "missed")]
    assert grade.score == 0.5


def test_the_same_input_gives_the_same_bytes(grading: Grading) -> None:
    request = GradeRequest("toy/how-to-scale", "more servers", candidate="c-1")
    assert grading.grade(request).model_dump_json() == grading.grade(request).model_dump_json()


def test_an_answer_that_cannot_be_graded_is_refused(grading: Grading) -> None:
    with pytest.raises(AnswerRefused):
        grading.grade(GradeRequest("toy/how-to-scale", "a\0"))


def test_the_empty_answer_scores_nothing_and_is_marked_blank(grading: Grading) -> None:
    grade = grading.grade(GradeRequest("toy/how-to-scale", ""))
    assert (grade.score, grade.flags, grade.status) == (0.0, ("blank",), "graded")


def test_an_answer_in_another_language_is_for_a_person(grading: Grading) -> None:
    answer = "Il faut ajouter des serveurs et utiliser une file de messages pour le travail dans le fond"
    grade = grading.grade(GradeRequest("toy/how-to-scale", answer))
    assert grade.status == "needs_review"
    assert "language_not_supported" in grade.reasons


def test_continuous_credit_is_the_coverage_whatever_the_verdict() -> None:
    rubric = make_rubric({"it": "more servers"}, source="more servers behind a balancer")
    prepared = prepare(rubric.model_copy(update={"credit": "continuous"}))
    found = grade(prepared, "I'd add servers", Labels("grd_1")).concepts[0]
    assert found.verdict == "partial"
    assert 0.35 <= found.credit < 0.75
    assert [span.text for span in found.evidence] == ["servers"]


def test_a_verdict_that_could_be_otherwise_widens_the_range_of_a_continuous_score() -> None:
    rubric = make_rubric({"it": "more servers"}, source="more servers").model_copy(update={"credit": "continuous"})
    half, whole = (grade(prepare(rubric), text, Labels("grd_1")) for text in ("servers", "more servers"))
    assert (half.score_low, half.score_high, half.reasons) == (0.0, 1.0, ("unsure",))
    assert (whole.score_low, whole.score_high, whole.reasons) == (1.0, 1.0, ())
