"""Wire models: what clients send."""

import pytest
from pydantic import BaseModel, ValidationError

from grader.api.schemas import GRADE_EXAMPLE, HINTS_EXAMPLE, GradeBody, HintsBody


@pytest.mark.parametrize("more", [{}, {"rubric": "a", "question": "b"}])
def test_either_a_rubric_or_a_question_must_be_given(more: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match="either"):
        GradeBody.model_validate({"answer": "x", **more})


def test_notes_may_be_left_out() -> None:
    assert HintsBody(rubric="a").notes == ""


@pytest.mark.parametrize(("model", "example"), [(GradeBody, GRADE_EXAMPLE), (HintsBody, HINTS_EXAMPLE)])
def test_an_example_is_valid_and_every_field_is_described(model: type[BaseModel], example: dict[str, str]) -> None:
    assert model.model_validate(example).model_fields_set == set(example)
    assert all(field.description for field in model.model_fields.values())
