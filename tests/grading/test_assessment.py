"""The total of an assessment."""

import pytest

from grader.grading import Grade, GradeRequest, Grading, assessment_total
from grader.rubric import Assessment

WEIGHTS = {"toy/one": 1, "toy/two": 1, "toy/how-to-scale": 2}
ASSESSMENT = Assessment.model_validate(
    {"id": "a", "title": "A", "questions": [{"rubric": name, "weight": weight} for name, weight in WEIGHTS.items()]}
)


@pytest.fixture
def graded(grading: Grading) -> Grade:
    """A grade of 0.5, which could be anything from 0.4 to 0.6."""
    found = grading.grade(GradeRequest("toy/how-to-scale", "I would add more servers."))
    return found.model_copy(update={"score": 0.5, "score_low": 0.4, "score_high": 0.6})


def with_cutoff(cutoff: float) -> Assessment:
    policy = {"cutoff": cutoff, "method": "modified Angoff", "author": "the hiring team", "date": "2026-01-31"}
    return Assessment.model_validate({**ASSESSMENT.model_dump(), "policy": policy})


def as_rubric(grade: Grade, rubric: str) -> Grade:
    return grade.model_copy(update={"rubric": rubric})


def test_the_total_is_the_weighted_mean_of_the_scores(graded: Grade) -> None:
    full = as_rubric(graded, "toy/one").model_copy(update={"score": 1.0, "score_low": 1.0, "score_high": 1.0})
    found = assessment_total(
        ASSESSMENT, {"toy/one": full, "toy/two": as_rubric(full, "toy/two"), "toy/how-to-scale": graded}
    )
    assert (found.total, found.low, found.high) == (0.75, 0.7, 0.8)
    assert (found.counted, found.blank, found.unscored) == ("3 of 3", (), ())


def test_a_blank_answer_counts_as_0_and_is_marked(graded: Grade) -> None:
    found = assessment_total(ASSESSMENT, {"toy/one": "blank", "toy/two": "blank", "toy/how-to-scale": graded})
    assert (found.total, found.counted, found.blank) == (0.25, "3 of 3", ("toy/one", "toy/two"))


def test_an_unscored_question_leaves_no_total_but_a_range(graded: Grade) -> None:
    found = assessment_total(ASSESSMENT, {"toy/one": "blank", "toy/two": "unscored", "toy/how-to-scale": graded})
    assert (found.total, found.low, found.high) == (None, 0.2, 0.55)
    assert (found.counted, found.unscored) == ("2 of 3", ("toy/two",))


def test_a_question_without_an_outcome_is_unscored_not_0() -> None:
    found = assessment_total(ASSESSMENT, {})
    assert (found.total, found.low, found.high, found.counted) == (None, 0, 1, "0 of 3")


@pytest.mark.parametrize(("cutoff", "band"), [(0.25, "advance"), (0.26, "review"), (0, "advance"), (1, "review")])
def test_the_band_is_the_policys_and_a_total_at_the_cutoff_advances(graded: Grade, cutoff: float, band: str) -> None:
    found = {"toy/one": "blank", "toy/two": "blank", "toy/how-to-scale": graded}
    assert assessment_total(with_cutoff(cutoff), found).band == band  # type: ignore[arg-type]
    assert assessment_total(ASSESSMENT, found).band is None, "without a policy there is none"  # type: ignore[arg-type]


def test_an_open_total_is_for_a_person_even_where_every_end_of_it_would_do(graded: Grade) -> None:
    found = assessment_total(with_cutoff(0), {"toy/one": "blank", "toy/how-to-scale": graded})
    assert (found.total, found.band) == (None, "review")


def test_an_outcome_that_does_not_belong_here_is_a_mistake(graded: Grade) -> None:
    with pytest.raises(ValueError, match="does not ask toy/three"):
        assessment_total(ASSESSMENT, {"toy/three": "blank"})
    with pytest.raises(ValueError, match="a grade by toy/how-to-scale"):
        assessment_total(ASSESSMENT, {"toy/one": graded})
