"""The editor of rubrics: checked as it is typed, tried, reviewed, and then published as the next version."""

from dataclasses import replace
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Query, Request, Response
from starlette.responses import RedirectResponse

from grader.bootstrap import Serving
from grader.errors import LexiconError, StaleGrade, StorageFault
from grader.grading import claim_at
from grader.web.asking import Who, Wired
from grader.web.editing import (
    MOST_GRADES,
    NEW,
    Draft,
    Looked,
    Review,
    base_of,
    is_reviewed,
    look,
    opened,
    review,
    with_claim,
)
from grader.web.page_route import PageRoute
from grader.web.pages import page

router = APIRouter(prefix="/rubrics", route_class=PageRoute, include_in_schema=False)
Text = Annotated[str, Form()]
Offset = Annotated[int, Query(ge=0, le=1_000_000)]
MEANWHILE = "Another version was published at the same moment. Look at the differences, and publish again."


@router.get("/new", tags=["create_rubric"])
def begin(request: Request, services: Wired, who: Who) -> Response:
    """Return the editor with the beginnings of a rubric."""
    return _page(request, look(services, who, Draft(NEW)))


@router.get("/{seed}/{slug}/edit", tags=["read_rubric"])
def edit(
    request: Request,
    services: Wired,
    who: Who,
    seed: str,
    slug: str,
    concept: Annotated[str, Query(max_length=200)] = "",
    grade: Annotated[str, Query(max_length=100)] = "",
    start: Offset = 0,
    end: Offset = 0,
) -> Response:
    """Return the editor with the rubric in force; who may not change it reads it there.

    With a concept and the place of a claim in a grade's answer, the draft has the claim as a further phrase of that
    concept. The claim's words are not in the address: histories and the logs of proxies keep addresses.
    """
    draft = opened(services, who, f"{seed}/{slug}")
    if not (concept and grade):
        return _page(request, look(services, who, draft))
    who.require("read_grade")
    claim = claim_at(services.kept.keeping.read(who, grade).grade, start, end)
    rubric = services.kept.shelves.shelf(who.tenant).get(f"{seed}/{slug}")
    draft, fault = with_claim(draft, rubric, concept, claim)
    return _page(request, replace(look(services, who, draft), fault=fault))


@router.post("/new", tags=["create_rubric"])
@router.post("/{seed}/{slug}/edit", tags=["create_rubric"])
def work(
    request: Request,
    services: Wired,
    who: Who,
    text: Text = "",
    answer: Text = "",
    base: Text = "",
    reviewed: Text = "",
    do: Text = "",
    older: Text = "",
) -> Response:
    """Return the editor with what was found; to a script that asks, only what was found. Publishing leads on.

    `older` is that of a review before: the grades after those are looked at.
    """
    draft = Draft(_plain(text), _plain(answer), base, reviewed)
    if "hx-request" in request.headers:
        return _page(request, look(services, who, draft), template="editor_checks.html")
    if do == "publish":
        return _publish(request, services, who, draft)
    if do == "review" or older:
        return _reviewed(request, services, who, draft, older)
    return _page(request, look(services, who, draft))


def _publish(request: Request, services: Serving, who: Who, draft: Draft) -> Response:
    """Publish what a person has seen the changes of; else show them. Nothing that was typed is lost."""
    looked = look(services, who, draft)
    rubric = looked.checked.rubric
    if rubric is None or not is_reviewed(services, who, draft, rubric):
        return _reviewed(request, services, who, draft)
    try:
        version = services.kept.publishing.add_rubric(who, rubric)
    except (LexiconError, StaleGrade, StorageFault) as error:
        fault = MEANWHILE if isinstance(error, StaleGrade) else str(error)
        return _page(request, replace(looked, fault=fault), status=409 if isinstance(error, StaleGrade) else 503)
    return RedirectResponse(f"/rubrics/{quote(version.rubric)}/versions?published={version.number}", 303)


def _reviewed(request: Request, services: Serving, who: Who, draft: Draft, older: str = "") -> Response:
    looked = look(services, who, draft)
    rubric = looked.checked.rubric
    if rubric is None:
        return _page(request, looked, status=422)
    try:
        found = review(services, who, draft, rubric, older)
    except LexiconError as error:
        return _page(request, replace(looked, fault=str(error)), status=422)
    seen = replace(draft, base=base_of(services, who, rubric), reviewed=found.hash)
    return _page(request, replace(looked, draft=seen), found)


def _page(
    request: Request, looked: Looked, found: Review | None = None, *, status: int = 200, template: str = "editor.html"
) -> Response:
    may_write = request.state.principal.may("create_rubric")
    shown = {"looked": looked, "review": found, "may_write": may_write, "fresh": request.method == "GET"}
    shown |= {"most_grades": MOST_GRADES}
    return page(request, template, shown, status)


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n")
