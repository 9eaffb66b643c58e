"""The results of a batch: row by row, one row with its evidence, what people decide about it; exports."""

from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, StreamingResponse

from grader.access import Principal
from grader.batches import Filter, Kept, Lines
from grader.bootstrap import Serving
from grader.errors import NoSuchPlace, OverrideRefused, StaleGrade
from grader.web.asking import Rubrics, Who, Wired, questions_of
from grader.web.export import AT_ONCE, Pages, as_csv, as_xlsx, columns
from grader.web.hiding import pseudonym
from grader.web.page_route import PageRoute
from grader.web.pages import page
from grader.web.review import Fields, Review, act, review_of

LISTED = 50
SHUFFLED = Filter(shuffled=True)
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Text = Annotated[str, Query(max_length=500)]
router = APIRouter(prefix="/batches", tags=["read_results"], route_class=PageRoute, include_in_schema=False)


@router.get("/{batch_id}/results")
def browse(
    request: Request,
    grading: Rubrics,
    services: Wired,
    who: Who,
    batch_id: str,
    outcome: Literal["", "graded", "needs_review", "failed"] = "",
    rubric: Text = "",
    of: Annotated[int, Query(ge=-1, le=10_000_000)] = -1,
    shuffled: bool = False,
    names: bool = False,
    after: Annotated[int, Query(ge=-1, le=10_000_000)] = -1,
) -> Response:
    """Return the results that were chosen, a page at a time; `of` a row's candidate, whose name no address holds."""
    candidate = _candidate(services, who, batch_id, of) if of >= 0 else None
    chosen = Filter(outcome or None, rubric or None, candidate, shuffled)
    found = services.batches.board(who, batch_id, lambda boards: boards.results(batch_id, chosen, after, LISTED + 1))
    shown = {
        "batch": services.batches.standing(who, batch_id).batch,
        "results": found[:LISTED],
        "next": found[LISTED - 1].number if len(found) > LISTED else None,
        "chosen": {"outcome": outcome, "rubric": rubric, "of": of, "shuffled": shuffled, "names": names},
        "candidate": candidate,
        "rubrics": services.batches.board(who, batch_id, lambda boards: boards.questions(batch_id)),
        "asked": questions_of(grading),
        "called": lambda name: name if names else pseudonym(batch_id, name),
    }
    return page(request, "batch_results.html", shown)


@router.get("/{batch_id}/results/{number}")
def show(request: Request, services: Wired, who: Who, batch_id: str, number: int, names: bool = False) -> Response:
    """Return a row with its grade, the evidence marked, the form to change it, and the next one in the shuffle."""
    found = review_of(services, who, batch_id, number)
    after = services.batches.board(who, batch_id, lambda boards: boards.results(batch_id, SHUFFLED, number, 1))
    return _row(request, found, names=names, after=after[0].number if after else None)


@router.post("/{batch_id}/results/{number}")
async def decide(request: Request, services: Wired, who: Who, batch_id: str, number: int) -> Response:
    """Keep what a person decided about a row: an override, a confirmation, or an undoing."""
    async with request.form(max_files=0, max_fields=200) as form:
        fields = {name: value for name, value in form.items() if isinstance(value, str)}
    return await run_in_threadpool(_decided, request, services, who, batch_id, number, fields)


@router.get("/{batch_id}/queue")
def queue(
    request: Request,
    services: Wired,
    who: Who,
    batch_id: str,
    skip: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
    decided: Annotated[int, Query(ge=-1)] = -1,
    blind: bool = True,
) -> Response:
    """Return the row that a person should look at next; blind: without what the machine says of it."""
    who.require("read_review_queue")
    result, waiting = services.batches.next_review(who, batch_id, skip)
    before = review_of(services, who, batch_id, decided) if decided >= 0 else None
    if result is None:
        shown = {"batch": services.batches.standing(who, batch_id).batch, "before": before, "skipped": waiting > 0}
        return page(request, "batch_queue_done.html", shown)
    found = review_of(services, who, batch_id, result.number)
    return _row(request, found, queue=(skip, waiting), before=before, blind=blind)


@router.get("/{batch_id}/export")
def export(
    services: Wired, who: Who, batch_id: str, form: Annotated[Literal["csv", "xlsx", "jsonl"], Query(alias="as")]
) -> Response:
    """Return a batch as a file."""
    services.batches.standing(who, batch_id)

    def pages(after: int) -> tuple[Kept, ...]:
        return services.batches.rows(who, batch_id, after, AT_ONCE)[1]

    def sent(after: int) -> tuple[Kept, ...]:
        return services.batches.sent(who, batch_id, after, AT_ONCE)

    headers = {"Content-Disposition": f'attachment; filename="{batch_id}.{form}"'}
    if form == "csv":
        return StreamingResponse(_table(pages, sent), media_type="text/csv; charset=utf-8", headers=headers)
    if form == "xlsx":
        return StreamingResponse(_workbook(pages, sent), media_type=WORKBOOK, headers=headers)
    lines = services.batches.lines(who, batch_id)
    return StreamingResponse(_jsonl(lines), media_type="application/jsonl", headers=headers)


def _candidate(services: Serving, who: Principal, batch_id: str, number: int) -> str:
    found = services.batches.board(who, batch_id, lambda boards: boards.result(batch_id, number))
    if found is None or found.candidate is None:
        raise NoSuchPlace("This row names nobody.")
    return found.candidate


def _row(
    request: Request,
    found: Review,
    *,
    queue: tuple[int, int] | None = None,
    before: Review | None = None,
    blind: bool = False,
    names: bool = False,
    after: int | None = None,
    fault: str = "",
    fields: Fields | None = None,
    status: int = 200,
) -> Response:
    shown = {
        "review": found,
        "queue": queue,
        "before": before,
        "blind": blind and not found.settled,
        "called": found.candidate if names else pseudonym(found.batch.id, found.candidate or ""),
        "names": names,
        "after": after,
        "fault": fault,
        "fields": fields or {},
        "may_write": request.state.principal.may("create_rubric"),
        "may_override": request.state.principal.may("override_grade"),
    }
    return page(request, "batch_row.html", shown, status)


def _decided(
    request: Request, services: Serving, who: Principal, batch_id: str, number: int, fields: Fields
) -> Response:
    who.require("override_grade")
    found = review_of(services, who, batch_id, number)
    queued, blind = fields.get("queue", ""), fields.get("blind") == "1"
    try:
        act(services, who, found, fields, blind=blind)
    except (OverrideRefused, StaleGrade) as refused:
        place, status = (int(queued), 0) if queued.isdigit() else None, 409 if isinstance(refused, StaleGrade) else 422
        fresh = review_of(services, who, batch_id, number)
        return _row(request, fresh, queue=place, blind=blind, fault=str(refused), fields=fields, status=status)
    if queued.isdigit():
        more = "" if blind else "&blind=false"
        return RedirectResponse(f"/batches/{batch_id}/queue?skip={int(queued)}&decided={number}{more}", 303)
    return RedirectResponse(f"/batches/{batch_id}/results/{number}", 303)


def _table(pages: Pages, sent: Pages) -> Iterator[str]:
    """The columns are looked for once the reply has begun: of a large batch that takes a while."""
    yield from as_csv(pages, columns(sent))


def _workbook(pages: Pages, sent: Pages) -> Iterator[bytes]:
    with TemporaryFile() as stream:
        as_xlsx(pages, columns(sent), stream)
        stream.seek(0)
        while part := stream.read(1 << 16):
            yield part


def _jsonl(lines: Lines) -> Iterator[str]:
    """Results up to the first row that has none: a file to be saved does not wait."""
    while not lines.done and (text := lines.step()):
        yield text
