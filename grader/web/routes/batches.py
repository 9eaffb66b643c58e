"""GET /batches and one batch: how far it is, what it comes to, its candidates; cancel and delete."""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response
from starlette.responses import RedirectResponse

from grader.access import Principal
from grader.batches import CandidateBoard, ConceptCount
from grader.bootstrap import Serving
from grader.errors import NotPermitted
from grader.web.asking import Rubrics, Who, Wired, questions_of
from grader.web.hiding import pseudonym
from grader.web.page_route import PageRoute
from grader.web.pages import page
from grader.web.standing import boards_of, lines, ranks

LISTED, AT_ONCE = 30, 25
ALL = 1_000_000
router = APIRouter(prefix="/batches", tags=["read_batch"], route_class=PageRoute, include_in_schema=False)


@router.get("")
def browse(
    request: Request, services: Wired, who: Who, before: Annotated[str | None, Query(max_length=100)] = None
) -> Response:
    """Return the batches, the newest first, and the form to send one."""
    found = services.batches.page(who, before, LISTED + 1)
    last = found[LISTED - 1].batch.id if len(found) > LISTED else None
    shown = {"batches": found[:LISTED], "next": last, "first": before is None, "may_send": who.may("create_batch")}
    return page(request, "batches.html", shown)


@router.get("/{batch_id}")
def show(
    request: Request,
    grading: Rubrics,
    services: Wired,
    who: Who,
    batch_id: str,
    names: bool = False,
    assessment: Annotated[str, Query(max_length=100)] = "",
    start: Annotated[int, Query(ge=0, le=ALL)] = 0,
) -> Response:
    """Return a batch: its standing, its questions and a page of its candidates."""
    found = services.batches.standing(who, batch_id)
    questions = services.batches.board(who, batch_id, lambda boards: boards.questions(batch_id))
    everyone = _candidates(services, who, batch_id, assessment)
    some = everyone[start : start + AT_ONCE]
    chosen = tuple(board.candidate for board in some)
    results = services.batches.board(who, batch_id, lambda boards: boards.of_candidates(batch_id, chosen))
    shown = {
        "found": found,
        "questions": questions,
        "bins": tuple(map(sum, zip(*(each.bins for each in questions), strict=True))),
        "asked": questions_of(grading),
        "lines": lines(some, ranks(everyone)[start : start + AT_ONCE], results),
        "everyone": len(everyone),
        "start": start,
        "at_once": AT_ONCE,
        "names": names,
        "assessment": assessment,
        "assessments": services.kept.publishing.assessments(who),
        "called": lambda name: name if names else pseudonym(batch_id, name),
        "may": who.may,
    }
    return page(request, "batch.html", shown)


@router.get("/{batch_id}/progress")
def progress(request: Request, services: Wired, who: Who, batch_id: str) -> Response:
    """Return how far a batch is: a piece of its page that asks for itself until the batch has ended."""
    found = services.batches.standing(who, batch_id)
    reply = page(request, "batch_progress.html", {"found": found, "may": who.may})
    if found.batch.ended:
        reply.headers["HX-Refresh"] = "true"
    return reply


@router.get("/{batch_id}/concepts")
def concepts(request: Request, grading: Rubrics, services: Wired, who: Who, batch_id: str) -> Response:
    """Return how often each concept was met: a page, or to a script that asks, the piece alone."""
    found = services.batches.board(who, batch_id, lambda boards: boards.concepts(who.tenant, batch_id))
    rubrics = [grading.exact(each.id) for each in grading.listing()]
    shown = {
        "batch": batch_id,
        "groups": _groups(found),
        "asked": {rubric.id: rubric.question for rubric in rubrics},
        "sources": {(rubric.id, each.id): each.source for rubric in rubrics for each in rubric.concepts},
    }
    template = "batch_concepts.html" if "hx-request" in request.headers else "batch_concepts_page.html"
    return page(request, template, shown)


@router.post("/{batch_id}/cancel")
def cancel(services: Wired, who: Who, batch_id: str) -> Response:
    """Ask for a batch's end."""
    who.require("cancel_batch")
    services.batches.cancel(who, batch_id)
    return RedirectResponse(f"/batches/{batch_id}", 303)


@router.post("/{batch_id}/delete")
def delete(services: Wired, who: Who, batch_id: str, sure: Annotated[str, Form(max_length=3)] = "") -> Response:
    """Delete a batch, if who asks has said that this is meant."""
    who.require("delete_batch")
    if sure != "yes":
        raise NotPermitted("Tick that you are sure, then delete: nothing brings the answers back.")
    services.batches.erase(who, batch_id)
    return RedirectResponse("/batches", 303)


def _candidates(services: Serving, who: Principal, batch_id: str, assessment: str) -> list[CandidateBoard]:
    if not assessment:
        return list(services.batches.board(who, batch_id, lambda found: found.candidates(batch_id)))
    return boards_of(services.batches.candidates(who, batch_id, services.kept.publishing.assessment(who, assessment)))


def _groups(found: tuple[ConceptCount, ...]) -> dict[str, dict[str, dict[str, int]]]:
    """Counts by rubric, concept and verdict."""
    groups: dict[str, dict[str, dict[str, int]]] = {}
    for each in found:
        groups.setdefault(each.rubric, {}).setdefault(each.concept, {})[each.verdict] = each.answers
    return groups
