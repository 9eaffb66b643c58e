"""The interviewer's cockpit: pick questions, take notes, see concepts tick; all of it lives in the form."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData

from grader.bootstrap import Serving
from grader.grading import Grading
from grader.web.asking import Rubrics
from grader.web.interview import Panel, Sheet, panel, read_sheets, toggled, total
from grader.web.page_route import PageRoute
from grader.web.pages import page
from grader.web.scorecard import as_json, as_markdown

MOST_FIELDS = 20_000
LONGEST_FIELD = 256 * 1024
Chosen = Annotated[list[str] | None, Query(max_length=200)]
router = APIRouter(prefix="/interview", tags=["live_hints"], route_class=PageRoute, include_in_schema=False)


@router.get("")
def begin(
    request: Request,
    grading: Rubrics,
    q: Chosen = None,
    candidate: Annotated[str, Query(max_length=200)] = "",
    assessment: Annotated[str, Query(max_length=100)] = "",
) -> Response:
    """Return the cockpit for the chosen questions, or the page to choose them on."""
    services: Serving = request.app.state.services
    names = list(q or ())
    if assessment:
        names += [each.rubric for each in services.assessments.get(assessment).questions]
    if not names:
        listed = [services.assessments.get(each) for each in services.assessments.ids()]
        return page(request, "interview_begin.html", {"rubrics": grading.listing(), "assessments": listed})
    sheets = tuple(Sheet(grading.rubric(name).id) for name in dict.fromkeys(names))
    return _cockpit(request, grading, sheets, sheets[0].rubric, candidate)


@router.post("")
async def work(request: Request, grading: Rubrics) -> Response:
    """Return the cockpit after a change; to a script that asks, only the panel."""
    form = await _form(request)
    return await run_in_threadpool(_worked, request, grading, form)


@router.post("/scorecard")
async def scorecard(request: Request, grading: Rubrics) -> Response:
    """Return the scorecard as a page to print, as Markdown or as JSON."""
    form = await _form(request)
    return await run_in_threadpool(_card, request, grading, form)


async def _form(request: Request) -> FormData:
    return await request.form(max_files=0, max_fields=MOST_FIELDS, max_part_size=LONGEST_FIELD)


def _text(form: FormData, name: str) -> str:
    value = form.get(name, "")
    return value if isinstance(value, str) else ""


def _sheets(form: FormData) -> tuple[Sheet, ...]:
    return read_sheets((name, value) for name, value in form.multi_items() if isinstance(value, str))


def _worked(request: Request, grading: Grading, form: FormData) -> Response:
    sheets = _sheets(form)
    at, touched = _text(form, "at"), _text(form, "toggle")
    sheets = tuple(_touched(grading, each, touched) if touched and each.rubric == at else each for each in sheets)
    if not sheets:
        return begin(request, grading)
    at = _text(form, "go") or at
    at = at if any(each.rubric == at for each in sheets) else sheets[0].rubric
    if "hx-request" in request.headers:
        current = next(each for each in sheets if each.rubric == at)
        return page(request, "panel.html", {"panel": panel(grading, current)})
    return _cockpit(request, grading, sheets, at, _text(form, "candidate"), _text(form, "started"))


def _touched(grading: Grading, sheet: Sheet, concept: str) -> Sheet:
    shown = next((line for line in panel(grading, sheet).lines if line.concept.id == concept), None)
    return sheet if shown is None else toggled(sheet, concept, shown.concept.verdict)


def _cockpit(
    request: Request, grading: Grading, sheets: tuple[Sheet, ...], at: str, candidate: str, started: str = ""
) -> Response:
    panels = _panels(grading, sheets)
    place = next(place for place, each in enumerate(panels) if each.sheet.rubric == at)
    shown = {"panels": panels, "place": place, "panel": panels[place], "candidate": candidate, "started": started}
    return page(request, "interview.html", shown)


def _panels(grading: Grading, sheets: tuple[Sheet, ...]) -> list[Panel]:
    known = (replace(each, rubric=grading.rubric(each.rubric).id) for each in sheets)
    return [panel(grading, each) for each in known]


def _card(request: Request, grading: Grading, form: FormData) -> Response:
    panels, candidate = _panels(grading, _sheets(form)), _text(form, "candidate")
    kind = _text(form, "as")
    if kind in ("json", "markdown"):
        text = as_json(candidate, panels) if kind == "json" else as_markdown(candidate, panels)
        ending, media = ("json", "application/json") if kind == "json" else ("md", "text/markdown; charset=utf-8")
        return Response(
            text, media_type=media, headers={"Content-Disposition": f'attachment; filename="scorecard.{ending}"'}
        )
    score, unprompted = total(panels)
    shown = {"panels": panels, "candidate": candidate, "score": score, "unprompted": unprompted}
    return page(request, "scorecard.html", shown)
