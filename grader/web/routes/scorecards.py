"""Scorecards of interviews: keep one, list and read what was kept, take it along, erase it."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import AwareDatetime
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse

from grader.errors import AnswerRefused
from grader.grading import CardDraft, Grading, Place, Scorecard, Wanted
from grader.web.asking import Rubrics, services_of
from grader.web.interview_form import interview_form, panels_of, read_form, text_of
from grader.web.page_route import PageRoute
from grader.web.pages import page
from grader.web.scorecard import as_json, as_markdown, card_of

from .interview import assessment_of

router = APIRouter(prefix="/interview", route_class=PageRoute, include_in_schema=False)


@router.post("/scorecard", tags=["live_hints"])
async def preview(request: Request, grading: Rubrics) -> Response:
    """Return the scorecard as it stands, as a page to print, as Markdown or as JSON; nothing is kept."""
    form = await read_form(request)
    return await run_in_threadpool(_previewed, request, grading, form)


@router.post("/scorecards", tags=["create_grade"])
async def keep(request: Request, grading: Rubrics) -> Response:
    """Keep the scorecard and lead to its page."""
    form = await read_form(request)
    return await run_in_threadpool(_kept, request, grading, form)


@router.get("/scorecards", tags=["list_scorecards"])
def browse(
    request: Request,
    candidate: Annotated[str, Query(max_length=200)] = "",
    before: Annotated[AwareDatetime | None, Query()] = None,
    after: Annotated[str, Query(max_length=100)] = "",
) -> Response:
    """Return the scorecards that were kept, the newest first."""
    place = None if before is None else Place(before, after)
    wanted = Wanted(candidate=candidate or None)
    found = services_of(request).kept.scorecards.page(request.state.principal, wanted, place)
    return page(request, "scorecards.html", {"found": found, "candidate": candidate})


@router.get("/scorecards/{card_id}", tags=["read_scorecard"])
def show(request: Request, card_id: str) -> Response:
    """Return a scorecard as a page to print."""
    return _page(request, _read(request, card_id))


@router.get("/scorecards/{card_id}/{kind}", tags=["read_scorecard"])
def take(request: Request, card_id: str, kind: str) -> Response:
    """Return a scorecard as Markdown or JSON."""
    return _file(_read(request, card_id), kind)


@router.post("/scorecards/{card_id}/erase", tags=["delete_scorecard"])
def erase(request: Request, card_id: str) -> Response:
    """Erase a scorecard and lead to the list."""
    services_of(request).kept.scorecards.erase(request.state.principal, card_id)
    return RedirectResponse("/interview/scorecards", 303)


def _read(request: Request, card_id: str) -> Scorecard:
    return services_of(request).kept.scorecards.read(request.state.principal, card_id)


def _draft(request: Request, grading: Grading, sent: FormData) -> CardDraft:
    """Raise AnswerRefused for notes that could not be graded: such a card would say 0 for what was not read."""
    form = interview_form(sent, grading, lambda name: assessment_of(request, name))
    if form is None:
        raise AnswerRefused("There is no question to make a scorecard of. Begin an interview first.")
    panels = panels_of(grading, form.sheets)
    faults = [f"{each.rubric.question} {each.fault}" for each in panels if each.fault]
    if faults:
        raise AnswerRefused(f"No scorecard was made. {faults[0]} Go back: your notes are still there.")
    return card_of(form.interview, panels)


def _previewed(request: Request, grading: Grading, sent: FormData) -> Response:
    card, kind = _draft(request, grading, sent), text_of(sent, "as")
    return _file(card, kind) if kind in ("json", "markdown") else _page(request, card)


def _kept(request: Request, grading: Grading, sent: FormData) -> Response:
    card = services_of(request).kept.scorecards.keep(request.state.principal, _draft(request, grading, sent))
    return RedirectResponse(f"/interview/scorecards/{card.id}", 303)


def _page(request: Request, card: CardDraft) -> Response:
    may_erase = isinstance(card, Scorecard) and request.state.principal.may("delete_scorecard")
    shown = {"card": card, "kept": isinstance(card, Scorecard), "may_erase": may_erase}
    return page(request, "scorecard.html", shown)


def _file(card: CardDraft, kind: str) -> Response:
    text, ending, media = (
        (as_json(card), "json", "application/json")
        if kind == "json"
        else (as_markdown(card), "md", "text/markdown; charset=utf-8")
    )
    return Response(
        text, media_type=media, headers={"Content-Disposition": f'attachment; filename="scorecard.{ending}"'}
    )
