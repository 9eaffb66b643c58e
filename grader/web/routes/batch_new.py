"""From a file to a batch: hold the file, show what it is taken for, try five answers, begin."""

from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse

from grader.access import Principal
from grader.batches import JSON_LINES, Order, Submission
from grader.bootstrap import Serving
from grader.errors import AnswersError, BatchRefused, MappingUnsure
from grader.grading import Claim, Done, Grading, Keyed, When, utc_now
from grader.web.asking import Rubrics, Who, Wired, questions_of
from grader.web.page_route import PageRoute
from grader.web.pages import page
from grader.web.preview import SHOWN, Said, answers, estimate, line_of, preview, tried
from grader.web.uploads import LARGEST, held, hold

ROUTE = "POST /batches/new"
Texts = Annotated[list[str] | None, Query(max_length=200)]
router = APIRouter(prefix="/batches", tags=["create_batch"], route_class=PageRoute, include_in_schema=False)


@router.post("")
async def upload(request: Request, services: Wired, who: Who) -> Response:
    """Hold a file and go on to what is in it; a browser says how large a body is."""
    length = request.headers.get("content-length", "")
    if not length.isdigit() or int(length) > LARGEST:
        raise BatchRefused(
            "A file that is uploaded here may have 64 MiB. Send a larger one to the API: docs/batches.md."
        )
    async with request.form(max_files=1, max_fields=10) as form:
        file = form.get("file")
        if not isinstance(file, UploadFile) or not file.filename:
            raise BatchRefused("Choose a file of answers first.")
        name = file.filename[-200:]
        try:
            found = await run_in_threadpool(hold, services.batches.intake, who, name, file.file)
        except AnswersError as fault:
            raise BatchRefused(str(fault)) from None
    return RedirectResponse(f"/batches/new?{urlencode({'upload': found, 'name': name})}", 303)


@router.get("/new")
def look(
    request: Request,
    grading: Rubrics,
    services: Wired,
    who: Who,
    upload: Annotated[str, Query(max_length=100)],
    name: Annotated[str, Query(max_length=200)] = "",
    role: Texts = None,
    column: Texts = None,
    asked: Texts = None,
    to: Texts = None,
    rubric: Annotated[str, Query(max_length=300)] = "",
    sheet: Annotated[str, Query(max_length=100)] = "",
    sample: bool = False,
) -> Response:
    """Return what a held file is taken for, with its first five answers graded if asked."""
    path = held(services.batches.intake, who, upload)
    said = _said(role, column, asked, to, rubric, sheet)
    found = preview(path, grading, said)
    judging = services.judges(who.tenant)
    shown = {
        "found": found,
        "said": said,
        "upload": upload,
        "name": name,
        "rubrics": grading.listing(),
        "asked": questions_of(grading),
        "tried": tried(grading, found, SHOWN) if sample else None,
        "judge": None if judging is None else estimate(grading, found, judging),
        "book": path.suffix == ".xlsx",
    }
    return page(request, "batch_new.html", shown, 422 if found.fault else 200)


@router.post("/new")
def begin(
    grading: Rubrics,
    services: Wired,
    who: Who,
    upload: Annotated[str, Form(max_length=100)],
    name: Annotated[str, Form(max_length=200)] = "",
    role: Annotated[list[str] | None, Form(max_length=200)] = None,
    column: Annotated[list[str] | None, Form(max_length=200)] = None,
    asked: Annotated[list[str] | None, Form(max_length=200)] = None,
    to: Annotated[list[str] | None, Form(max_length=200)] = None,
    rubric: Annotated[str, Form(max_length=300)] = "",
    sheet: Annotated[str, Form(max_length=100)] = "",
    judge: Annotated[str, Form(max_length=10)] = "never",
    budget: Annotated[str, Form(max_length=12)] = "",
) -> Response:
    """Begin a batch from a held file, and go to it; pressed twice, it is the same batch."""
    said = _said(role, column, asked, to, rubric, sheet)
    order = _order(services.judges(who.tenant) is not None, judge, budget, name)
    return RedirectResponse(f"/batches/{_begun(services, who, upload, grading, said, order)}", 303)


def _begun(services: Serving, who: Principal, upload: str, grading: Grading, said: Said, order: Order) -> str:
    """The id of the batch that a file is or has become."""
    batches = services.batches
    keyed = Keyed(who.tenant, ROUTE, upload, upload, utc_now())
    claimed = batches.store.write(lambda unit: unit.idempotency.claim(keyed))
    if isinstance(claimed, Done):
        return claimed.resource
    try:
        path = held(batches.intake, who, upload)
        sent = _spooled(services, path, grading, said, order)
        found = batches.submit(who, sent, claimed, 303).batch.id
    except BaseException:
        _abandon(services, claimed)
        raise
    path.unlink(missing_ok=True)
    return found


def _spooled(services: Serving, path: Path, grading: Grading, said: Said, order: Order) -> Submission:
    try:
        with services.batches.intake.spool(JSON_LINES) as spool:
            for line in map(line_of, answers(path, grading, said)):
                spool.write(line)
            return Submission(spool.path.name, spool.finish(), order)
    except (AnswersError, MappingUnsure):
        raise BatchRefused("The file cannot be graded so. Go back: the page says what to choose.") from None


def _abandon(services: Serving, claim: Claim) -> None:
    services.batches.store.write(lambda unit: unit.idempotency.abandon(claim))


def _said(
    role: list[str] | None,
    column: list[str] | None,
    asked: list[str] | None,
    to: list[str] | None,
    rubric: str,
    sheet: str,
) -> Said:
    columns = {name: chosen for name, chosen in zip(role or (), column or (), strict=False) if chosen}
    rubrics = {text: chosen for text, chosen in zip(asked or (), to or (), strict=False) if chosen}
    return Said(columns, rubrics, rubric or None, sheet or None)


def _order(there: bool, judge: str, budget: str, name: str) -> Order:
    when: When = "always" if judge == "always" else "unsure" if judge == "unsure" else "never"
    try:
        limit = int(Decimal(budget) * 1_000_000) if budget.strip() else None
    except (InvalidOperation, ValueError, OverflowError):
        raise BatchRefused("The budget is an amount in US dollars, e.g. 2.50.") from None
    if limit is not None and not 0 <= limit <= 10**12:
        raise BatchRefused("The budget is an amount in US dollars from 0 to 1,000,000.")
    return Order(None, when if there else "never", limit, name or None)
