"""The form of an interview, and what its buttons do."""

from typing import Any

import pytest
from starlette.datastructures import FormData, UploadFile

from grader.bootstrap import services
from grader.errors import AnswerRefused, UnknownAssessment
from grader.rubric import Assessment
from grader.settings import Settings
from grader.web.interview_form import InterviewForm, candidate_name, interview_form

CACHE = "backend-hiring-questions/when-to-use-cache"
SCALE = "backend-hiring-questions/how-to-scale-backend"
WIRED = services(Settings())


def formed(*more: tuple[str, str]) -> InterviewForm:
    fields: list[tuple[str, str | UploadFile]] = [
        ("q", CACHE),
        ("q", SCALE),
        ("at", CACHE),
        (f"notes:{CACHE}", "slow reports"),
        *more,
    ]
    found = interview_form(FormData(fields), WIRED.grading, WIRED.assessments.get)
    assert found is not None
    return found


def test_a_form_without_questions_is_no_interview() -> None:
    assert interview_form(FormData([("at", "x")]), WIRED.grading, WIRED.assessments.get) is None


@pytest.mark.parametrize(
    ("button", "held"),
    [
        ("toggle", {"hand": {"oauth-token": "met"}}),
        ("ask", {"rungs": {"oauth-token": "nudge"}}),
        ("unask", {"rungs": {}}),
        ("deepen", {"deeper": {"oauth-token"}}),
    ],
)
def test_a_button_changes_the_sheet_of_its_question(button: str, held: dict[str, Any]) -> None:
    sheet = formed((button, "oauth-token")).current
    rungs = {name: asked.rung for name, asked in sheet.asked.items()}
    now = {"hand": sheet.hand, "rungs": rungs, "deeper": sheet.deeper}
    assert {name: now[name] for name in held} == held


def test_a_button_for_a_concept_that_is_not_there_changes_nothing() -> None:
    assert formed(("ask", "nothing")).current == formed().current


def test_where_to_go_next_must_be_a_question_of_the_interview() -> None:
    assert formed(("go", SCALE)).at == SCALE
    assert formed(("go", "elsewhere")).at == CACHE


def test_an_assessment_gives_its_weights_and_one_that_is_gone_none() -> None:
    weighty = Assessment.model_validate({"id": "a", "title": "A", "questions": [{"rubric": CACHE, "weight": 3}]})
    form = FormData([("q", CACHE), ("assessment", "a")])
    found = interview_form(form, WIRED.grading, lambda _: weighty)
    assert found is not None
    assert (found.interview.assessment, found.interview.weights) == ("a", {CACHE: 3})

    def gone(_: str) -> Assessment:
        raise UnknownAssessment

    found = interview_form(form, WIRED.grading, gone)
    assert found is not None
    assert (found.interview.assessment, found.interview.weights) == ("", {})


@pytest.mark.parametrize("name", ["x" * 201, "a\0b", "a\nb"])
def test_a_name_that_cannot_be_kept_is_refused(name: str) -> None:
    with pytest.raises(AnswerRefused, match="printable"):
        candidate_name(name)
    assert candidate_name(" José 17 ") == "José 17"
