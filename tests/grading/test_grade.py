"""The candidate's form of a grade."""

from grader.grading import GradeRequest, Grading, candidate_view


def test_the_candidate_sees_feedback_and_no_score_before_release(grading: Grading) -> None:
    grade = grading.grade(GradeRequest("toy/how-to-scale", "add more servers", external_id="e1"))
    view = candidate_view(grade).model_dump()
    assert view["score"] is None
    assert view["status"] == "received"
    assert view["external_id"] == "e1"
    assert "Scaling out is covered." in view["feedback"]


def test_the_candidate_sees_nothing_of_the_rubric(grading: Grading) -> None:
    grade = grading.grade(GradeRequest("toy/how-to-scale", "I would avoid queues"))
    text = candidate_view(grade).model_dump_json()
    for secret in ("scale-out", "scale out", "more servers", "toy/", "weight", "hint", "contradicted"):
        assert secret not in text


def test_a_released_grade_shows_the_score(grading: Grading) -> None:
    grade = grading.grade(GradeRequest("toy/how-to-scale", "add more servers and queues"))
    assert candidate_view(grade, released=True).score == 1.0


def test_the_grade_has_the_fields_that_other_programs_read(grading: Grading) -> None:
    grade = grading.grade(GradeRequest("toy/how-to-scale", "add more servers")).model_dump(mode="json")
    assert list(grade) == [
        *("id", "external_id", "candidate", "rubric", "rubric_hash", "lexicon_hash", "engine", "mode", "score"),
        *(
            "score_low",
            "score_high",
            "provisional",
            "status",
            "reasons",
            "concepts",
            "gates",
            "beyond",
            "flags",
            "judge",
        ),
    ]
    assert list(grade["concepts"][0]) == [
        *("id", "source", "verdict", "partial", "credit", "weight", "confidence", "decided_by", "evidence", "feedback"),
    ]
