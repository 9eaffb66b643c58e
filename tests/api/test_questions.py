"""Find the rubric of a question by its text."""

import pytest

from grader.api.questions import rubric_of
from grader.bootstrap import services
from grader.errors import UnknownRubric
from grader.grading import Grading
from grader.settings import Settings


@pytest.fixture(scope="module")
def grading() -> Grading:
    """The shipped rubrics."""
    return services(Settings()).grading


@pytest.mark.parametrize("text", ["When to use cache?", "when to use CACHE", "When\u00a0to use cache ?"])
def test_case_and_punctuation_do_not_matter(grading: Grading, text: str) -> None:
    assert rubric_of(text, grading) == "backend-hiring-questions/when-to-use-cache"


@pytest.mark.parametrize("text", ["How to test?", "cache", "?", "When not to use cache?"])
def test_another_question_is_never_taken_for_one(grading: Grading, text: str) -> None:
    with pytest.raises(UnknownRubric):
        rubric_of(text, grading)


def test_questions_that_are_near_are_named(grading: Grading) -> None:
    with pytest.raises(UnknownRubric) as caught:
        rubric_of("How to test?", grading)
    assert caught.value.near == ("backend-hiring-questions/how-to-test-backend",)
