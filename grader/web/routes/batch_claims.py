"""POST of what a reviewer decides about a claim beyond the rubric, on the page of a batch's row."""

from typing import Annotated, get_args
from urllib.parse import urlencode

from fastapi import APIRouter, Form
from starlette.responses import RedirectResponse

from grader.errors import OverrideRefused
from grader.grading import RulingKind, Said
from grader.web.asking import Who, Wired
from grader.web.page_route import PageRoute
from grader.web.review import review_of

KINDS: tuple[RulingKind, ...] = get_args(RulingKind)
Text = Annotated[str, Form(max_length=300)]
Offset = Annotated[int, Form(ge=0, le=1_000_000)]
router = APIRouter(prefix="/batches", tags=["read_results"], route_class=PageRoute, include_in_schema=False)


@router.post("/{batch_id}/results/{number}/claims")
def rule(
    services: Wired,
    who: Who,
    batch_id: str,
    number: int,
    start: Offset,
    end: Offset,
    do: Text = "",
    concept: Text = "",
    queue: Text = "",
) -> RedirectResponse:
    """Keep a decision and lead back to where it was made; a new phrase leads on to the editor."""
    who.require("rule_claim")
    kept = review_of(services, who, batch_id, number).kept
    kind = next((each for each in KINDS if each == do), None)
    if kept is None or kind is None:
        raise OverrideRefused("Say what is to become of the claim.")
    if kind == "phrase":
        who.require("create_rubric")
    named = concept if kind in ("same_as", "phrase") else None
    services.kept.rulings.rule(who, kept.grade.id, Said(start, end, kind, named))
    if kind == "phrase":
        place = urlencode({"concept": concept, "grade": kept.grade.id, "start": start, "end": end})
        return RedirectResponse(f"/rubrics/{kept.grade.rubric}/edit?{place}", 303)
    row = f"/batches/{batch_id}/queue?skip={int(queue)}&blind=false" if queue.isdigit() else None
    return RedirectResponse(f"{row or f'/batches/{batch_id}/results/{number}'}#beyond-head", 303)
