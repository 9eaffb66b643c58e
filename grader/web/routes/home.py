"""GET and POST /: what this is, and an answer graded at once; nothing is kept."""

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response

from grader.errors import AnswerRefused
from grader.grading import GradeRequest
from grader.web.asking import Rubrics
from grader.web.page_route import PageRoute
from grader.web.pages import page

RUBRIC = "backend-hiring-questions/when-to-use-rest-api-or-graphql"
ANSWER = "GraphQL for our own apps, where we control both ends. Plain REST for partners."
router = APIRouter(tags=["create_grade"], route_class=PageRoute, include_in_schema=False)


@router.get("/")
def home(request: Request, grading: Rubrics) -> Response:
    """Return the page with an answer to try."""
    listed = grading.listing()
    first = next((each.id for each in listed if each.id == RUBRIC), listed[0].id if listed else "")
    shown = {"rubrics": listed, "rubric": first, "answer": ANSWER, "grade": None, "fault": ""}
    return page(request, "home.html", shown)


@router.post("/")
def try_answer(
    request: Request,
    grading: Rubrics,
    rubric: Annotated[str, Form(max_length=300)] = "",
    answer: Annotated[str, Form()] = "",
) -> Response:
    """Return the page with the grade of an answer; offsets are those of the answer with plain line breaks."""
    answer = answer.replace("\r\n", "\n")
    grade, fault = None, ""
    try:
        grade = grading.grade(GradeRequest(rubric, answer))
    except AnswerRefused as error:
        fault = str(error)
    shown = {"rubrics": grading.listing(), "rubric": rubric, "answer": answer, "grade": grade, "fault": fault}
    return page(request, "home.html", shown, 422 if fault else 200)
