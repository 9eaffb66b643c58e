"""What candidates and interviewers are shown of the shipped rubrics holds no answer."""

from pathlib import Path

import pytest

from grader.bootstrap import services
from grader.grading import GradeRequest
from grader.rubric import Concept, read_seed
from grader.settings import Settings

ROOT = Path(__file__).parent.parent.parent
GRADING = services(Settings()).grading
QUESTIONS = read_seed(ROOT / "seeds" / "backend-hiring-questions.md").questions
LONGEST = 160


def texts(concept: Concept) -> list[str]:
    feedback = concept.feedback
    return [feedback.met, feedback.partial, feedback.missed, feedback.contradicted, concept.hint]


@pytest.mark.parametrize("slug", [question.slug for question in QUESTIONS])
def test_no_text_shown_to_one_who_has_not_said_it_earns_anything(slug: str) -> None:
    shown = [text for concept in GRADING.rubric(slug).concepts for text in texts(concept)[1:]]
    as_claims = [GradeRequest(slug, text.replace("?", "."), mode="notes") for text in shown]
    assert {text for text, claim in zip(shown, as_claims, strict=True) if GRADING.grade(claim).score > 0} == set()


@pytest.mark.parametrize("slug", [question.slug for question in QUESTIONS])
def test_praise_for_one_concept_gives_no_other_away(slug: str) -> None:
    given_away = [
        (said.id, found.id)
        for said in GRADING.rubric(slug).concepts
        for found in GRADING.grade(GradeRequest(slug, said.feedback.met, mode="notes")).concepts
        if found.id != said.id and found.credit > 0
    ]
    assert given_away == []


@pytest.mark.parametrize("slug", [question.slug for question in QUESTIONS])
def test_every_text_shown_is_one_line_of_its_own(slug: str) -> None:
    shown = [text for concept in GRADING.rubric(slug).concepts for text in texts(concept)]
    assert len(set(shown)) == len(shown)
    assert max(map(len, shown)) <= LONGEST
