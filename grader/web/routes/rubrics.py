"""GET /rubrics and one rubric: what earns marks, and a box to try an answer in; nothing is kept."""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response

from grader.access import Principal
from grader.errors import AnswerRefused
from grader.grading import GradeRequest, Grading
from grader.rubric import rubric_text
from grader.web.asking import Rubrics
from grader.web.page_route import PageRoute
from grader.web.pages import page

router = APIRouter(prefix="/rubrics", tags=["list_rubrics"], route_class=PageRoute, include_in_schema=False)


@router.get("")
def browse(request: Request, grading: Rubrics, find: Annotated[str, Query(max_length=200)] = "") -> Response:
    """Return the rubrics whose question or id holds a text."""
    listed = grading.listing()
    found = [each for each in listed if find.casefold() in f"{each.question} {each.id}".casefold()]
    return page(
        request, "rubrics.html", {"rubrics": found, "all": len(listed), "find": find, "may_write": _may_write(request)}
    )


@router.get("/{seed}/{slug}")
def show(request: Request, grading: Rubrics, seed: str, slug: str) -> Response:
    """Return a rubric with its concepts."""
    return _page(request, grading, f"{seed}/{slug}", "")


@router.post("/{seed}/{slug}")
def try_on(request: Request, grading: Rubrics, seed: str, slug: str, answer: Annotated[str, Form()] = "") -> Response:
    """Return a rubric with the grade of an answer."""
    return _page(request, grading, f"{seed}/{slug}", answer.replace("\r\n", "\n"), graded=True)


def _page(request: Request, grading: Grading, name: str, answer: str, *, graded: bool = False) -> Response:
    rubric, grade, fault = grading.exact(name), None, ""
    try:
        grade = grading.grade(GradeRequest(rubric.id, answer)) if graded else None
    except AnswerRefused as error:
        fault = str(error)
    shown = {"rubric": rubric, "answer": answer, "grade": grade, "fault": fault, "source": rubric_text(rubric)}
    shown |= {"may_write": _may_write(request)}
    return page(request, "rubric.html", shown, 422 if fault else 200)


def _may_write(request: Request) -> bool:
    who: Principal = request.state.principal
    return who.may("create_rubric")
