"""Wire models: what clients send."""

import pytest
from pydantic import ValidationError

from grader.api.schemas import GradeBody, HintsBody


def test_a_rubric_or_a_question_names_the_rubric() -> None:
    assert GradeBody(rubric="a", answer="x").name == "a"
    assert GradeBody(question="b?", answer="x").name == "b?"


@pytest.mark.parametrize("more", [{}, {"rubric": "a", "question": "b"}])
def test_exactly_one_of_them_must_be_given(more: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match="either"):
        GradeBody.model_validate({"answer": "x", **more})


def test_notes_may_be_left_out() -> None:
    assert HintsBody(rubric="a").notes == ""
