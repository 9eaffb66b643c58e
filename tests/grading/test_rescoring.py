"""A grade with other verdicts on its concepts."""

from grader.grading import GradeRequest, Grading
from grader.grading.rescoring import rescored


def test_the_same_verdicts_give_the_same_grade(grading: Grading) -> None:
    for answer in ("", "more servers", "never more servers", "a queue and more servers"):
        grade = grading.grade(GradeRequest("how-to-scale", answer))
        assert rescored(grade, grade.concepts, grading.rubric("how-to-scale")) == grade


def test_other_verdicts_change_score_range_and_gates(grading: Grading) -> None:
    grade = grading.grade(GradeRequest("how-to-scale", "more servers"))
    missed = grade.concepts[0].model_copy(update={"verdict": "missed", "credit": 0.0})
    again = rescored(grade, (missed, grade.concepts[1]), grading.rubric("how-to-scale"))
    assert (again.score, again.score_low) == (0, 0)
    assert again.gates[0].state == "missed"
