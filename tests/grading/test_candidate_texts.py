"""What candidates and interviewers are shown of the shipped rubrics holds no answer."""

from pathlib import Path
from typing import get_args

import pytest

from grader.bootstrap import services
from grader.grading import GradeRequest
from grader.matching import Mode
from grader.rubric import Concept, read_seed
from grader.settings import Settings

ROOT = Path(__file__).parent.parent.parent
GRADING = services(Settings()).grading
QUESTIONS = read_seed(ROOT / "seeds" / "backend-hiring-questions.md").questions
LONGEST = 160


def texts(concept: Concept) -> list[str]:
    feedback = concept.feedback
    return [feedback.met, feedback.partial, feedback.missed, feedback.contradicted, *asked(concept)]


def asked(concept: Concept) -> list[str]:
    """All that an interviewer may ask about a concept: each rung, and what goes deeper."""
    assert concept.follow_up is not None
    return [*concept.ladder.values(), concept.follow_up]


@pytest.mark.parametrize("slug", [question.slug for question in QUESTIONS])
def test_no_text_shown_to_one_who_has_not_said_it_earns_anything(slug: str) -> None:
    shown = [text for concept in GRADING.rubric(slug).concepts for text in texts(concept)[1:]]
    as_claims = [GradeRequest(slug, text.replace("?", "."), mode="notes") for text in shown]
    assert {text for text, claim in zip(shown, as_claims, strict=True) if GRADING.grade(claim).score > 0} == set()


@pytest.mark.parametrize("mode", get_args(Mode))
@pytest.mark.parametrize("slug", [question.slug for question in QUESTIONS])
def test_an_interviewer_who_reads_everything_aloud_gives_no_concept_away(slug: str, mode: Mode) -> None:
    rubric = GRADING.rubric(slug)
    each = [rubric.question, *(text for concept in rubric.concepts for text in asked(concept))]
    assert all(len(concept.ladder) == 3 for concept in rubric.concepts)
    for text in (*each, " ".join(each), "\n".join(each)):
        for shown in (text, text.replace("?", ".")):
            found = GRADING.grade(GradeRequest(slug, shown, mode=mode)).concepts
            assert [(one.id, one.verdict) for one in found if one.verdict != "missed"] == [], shown


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
