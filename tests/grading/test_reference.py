"""The shipped rubrics and their own references."""

from pathlib import Path

import pytest

from grader.bootstrap import services
from grader.grading import GradeRequest
from grader.rubric import SeedQuestion, read_seed
from grader.settings import Settings

ROOT = Path(__file__).parent.parent.parent
QUESTIONS = read_seed(ROOT / "seeds" / "backend-hiring-questions.md").questions
GRADING = services(Settings()).grading


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.slug)
def test_the_reference_scores_1_and_the_question_nothing(question: SeedQuestion) -> None:
    scores = [
        GRADING.grade(GradeRequest(question.slug, text)).score for text in (question.reference, question.question)
    ]
    assert scores == [1.0, 0.0]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.slug)
def test_a_rubric_cites_the_line_of_its_seed(question: SeedQuestion) -> None:
    rubric = GRADING.rubric(question.slug)
    assert rubric.source is not None
    assert (rubric.source.line, rubric.source.sha256) == (question.line, question.sha256)
    assert all(concept.source in question.reference for concept in rubric.concepts)
