"""Which column holds what."""

import pytest

from grader.rubric.seed.columns import Columns, columns_of, field_of
from grader.rubric.seed.page import Page

from .conftest import Fault, Read


@pytest.mark.parametrize(
    ("name", "field"),
    [("Model answer", "reference"), ("**PROMPT**", "question"), ("model_answer", "reference"), ("topic", None)],
)
def test_columns_have_usual_names_in_any_case(name: str, field: str | None) -> None:
    assert field_of(name) == field


def test_columns_may_stand_in_any_order_among_others() -> None:
    assert columns_of(Page("x", []), ["topic", "points", "expected", "question"], 1) == Columns(3, 2, 1)


def test_a_column_twice_or_none_for_the_answers_is_told(fault: Fault) -> None:
    assert "columns 2 and 3 both hold the reference" in str(fault("question,answer,expected\na,b,c", "x.csv"))
    assert "none the reference answers" in str(fault("question,topic\na,b", "x.csv"))


def test_an_id_is_the_slug(read: Read) -> None:
    assert read("id,question,answer\nshort-name,What is it?,that", "x.csv").questions[0].slug == "short-name"
