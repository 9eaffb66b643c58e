"""Routes of /v1/batches: send many answers, watch them being graded, read what came of them."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from decimal import Decimal
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path, Query, Request
from fastapi.sse import EventSourceResponse, ServerSentEvent
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response, StreamingResponse

from grader.access import Principal
from grader.api.batch_schemas import (
    BatchList,
    BatchView,
    CandidateList,
    ResultPage,
    ReviewQueue,
    batch_view,
    candidate_line,
    review_line,
)
from grader.api.dependencies import Who, Wired
from grader.api.guarded_route import GuardedRoute
from grader.api.idempotency import bare, fingerprint, replayed
from grader.api.replies import ModelResponse
from grader.api.text import Name
from grader.api.upload import spooled
from grader.batches import Batching, Lines, Order, Progress, Submission, line_of
from grader.errors import BatchRefused, KeyMalformed, UnknownBatch
from grader.grading import Claim, Done, Keyed, When, utc_now

MOST = 1000
POLL_SECONDS = 0.5
ROUTE = "POST /v1/batches"
JSON_LINES = "application/jsonl"
_BATCH = re.compile(r"bat_[a-z2-7]{26}")
_NAME = f"^{_BATCH.pattern}$"
_EXAMPLE = '{"id": "a-17", "candidate": "c-4", "rubric": "when-to-use-cache", "answer": "For slow queries."}\n'
_CSV = "id,candidate,rubric,answer\na-17,c-4,when-to-use-cache,For slow queries.\n"
_BODY = {
    "required": True,
    "content": {
        JSON_LINES: {"schema": {"type": "string"}, "example": _EXAMPLE},
        "text/csv": {"schema": {"type": "string"}, "example": _CSV},
    },
}
router = APIRouter(prefix="/v1/batches", tags=["batches"], route_class=GuardedRoute)


async def _named(batch_id: Annotated[str, Path(description="A batch's id.", examples=["bat_" + "a" * 26])]) -> str:
    if not _BATCH.fullmatch(batch_id):
        raise UnknownBatch
    return batch_id


BatchId = Annotated[str, Depends(_named)]


async def _found(batch_id: BatchId, services: Wired, who: Who) -> Progress:
    return await run_in_threadpool(services.batches.standing, who, batch_id)


Found = Annotated[Progress, Depends(_found)]
Limit = Annotated[int, Query(ge=1, description="At most so many; never more than 1,000.")]


@router.post("", status_code=202, response_model=BatchView, openapi_extra={"requestBody": _BODY})
async def create_batch(
    request: Request,
    services: Wired,
    who: Who,
    rubric: Annotated[Name | None, Query(description="The rubric of rows that name none.")] = None,
    judge: Annotated[When | None, Query(description="When to ask a judge; `unsure` if one is configured.")] = None,
    budget: Annotated[Decimal | None, Query(ge=0, le=1_000_000, description="US dollars judging may cost.")] = None,
    name: Annotated[Name | None, Query(description="What people call it, e.g. the name of its file.")] = None,
    idempotency_key: Annotated[
        str | None, Header(description="Needed. Yours, at most 255 visible characters: sent again, done once.")
    ] = None,
) -> Response:
    """Take a batch: JSON lines or CSV, with `answer`, `rubric` or `question`, `id`, `candidate`; 1 GiB at most."""
    if idempotency_key is None:
        raise KeyMalformed("A batch needs an Idempotency-Key.")
    key, order = bare(idempotency_key), _order(services.judges(who.tenant) is not None, rubric, judge, budget, name)
    spool, digest = await spooled(request, services.batches.intake)
    keyed = Keyed(who.tenant, ROUTE, key, fingerprint(request, digest.encode("ascii")), utc_now())
    try:
        return await run_in_threadpool(_begun, services.batches, who, keyed, Submission(spool.path.name, digest, order))
    except BaseException:
        spool.path.unlink(missing_ok=True)
        raise


@router.get("")
def list_batches(
    services: Wired,
    who: Who,
    limit: Limit = 50,
    before: Annotated[str | None, Query(pattern=_NAME, description="`next_before` of the page before.")] = None,
) -> BatchList:
    """List batches, the newest first, a page at a time."""
    most = min(limit, MOST)
    found = services.batches.page(who, before, most + 1)
    shown = tuple(batch_view(each.batch, each.counts) for each in found[:most])
    return BatchList(batches=shown, next_before=shown[-1].id if len(found) > most else None)


@router.get("/{batch_id}", response_model=BatchView)
def read_batch(batch_id: BatchId, services: Wired, who: Who) -> Response:
    """Return a batch with its counts; Retry-After says when it is worth to ask again."""
    return _reply(services.batches.standing(who, batch_id), 200)


@router.get("/{batch_id}/results", response_model=ResultPage)
async def read_results(
    request: Request,
    batch_id: BatchId,
    services: Wired,
    who: Who,
    limit: Limit = 100,
    after: Annotated[int, Query(ge=-1, le=10_000_000, description="`next_after` of the page before.")] = -1,
) -> Response:
    """Return rows in order, a page at a time; with `Accept: application/jsonl` all, while they come, as lines.

    The stream's last line has the number of lines before it and their SHA-256: without it, the stream was cut off.
    """
    if JSON_LINES in request.headers.get("accept", ""):
        lines = await run_in_threadpool(services.batches.lines, who, batch_id)
        return StreamingResponse(_followed(lines), media_type=JSON_LINES)
    most = min(limit, MOST)
    batch, rows = await run_in_threadpool(services.batches.rows, who, batch_id, after, most)
    shown = tuple(json.loads(line_of(row, batch)) for row in rows)
    return ModelResponse(ResultPage(rows=shown, next_after=rows[-1].number if len(rows) == most else None))


@router.get("/{batch_id}/review")
def read_review_queue(batch_id: BatchId, services: Wired, who: Who, limit: Limit = 100) -> ReviewQueue:
    """Return the rows that a person should look at: first where a decision would change most, then a random few."""
    return ReviewQueue(rows=tuple(map(review_line, services.batches.review(who, batch_id, min(limit, MOST)))))


@router.get("/{batch_id}/candidates")
def read_candidates(
    batch_id: BatchId,
    services: Wired,
    who: Who,
    assessment: Annotated[Name | None, Query(description="Weigh by it; else each row counts alike.")] = None,
) -> CandidateList:
    """Return what each candidate's rows come to so far."""
    chosen = None if assessment is None else services.kept.publishing.assessment(who, assessment)
    found = services.batches.candidates(who, batch_id, chosen)
    return CandidateList(candidates=tuple(map(candidate_line, found)))


@router.get("/{batch_id}/events", response_class=EventSourceResponse)
async def watch_batch(found: Found, services: Wired, who: Who) -> AsyncIterator[ServerSentEvent]:
    """Watch a batch: an event `batch` whenever it changed, until it has ended; a connection begins with its state."""
    told: Progress | None = None
    while True:
        if found != told:
            yield ServerSentEvent(data=batch_view(found.batch, found.counts), event="batch", retry=2000)
            told = found
        if found.batch.ended:
            return
        await asyncio.sleep(POLL_SECONDS)
        try:
            found = await run_in_threadpool(services.batches.standing, who, found.batch.id)
        except UnknownBatch:
            return


@router.post("/{batch_id}/cancel", status_code=202, response_model=BatchView)
def cancel_batch(batch_id: BatchId, services: Wired, who: Who) -> Response:
    """Ask for a batch's end: no judge is asked from now on, and what has a result keeps it. May be repeated."""
    return _reply(services.batches.cancel(who, batch_id), 202)


@router.delete("/{batch_id}", status_code=204)
def delete_batch(batch_id: BatchId, services: Wired, who: Who) -> None:
    """Delete a batch with all its answers and results."""
    services.batches.erase(who, batch_id)


def _order(there: bool, rubric: str | None, judge: When | None, budget: Decimal | None, name: str | None) -> Order:
    if judge not in (None, "never") and not there:
        raise BatchRefused("No judge is configured: send the batch with `judge=never`.")
    when: When = judge or ("unsure" if there else "never")
    return Order(rubric, when, None if budget is None else int(budget * 1_000_000), name)


def _begun(batches: Batching, who: Principal, keyed: Keyed, sent: Submission) -> Response:
    begun = batches.store.write(lambda unit: unit.idempotency.claim(keyed))
    if isinstance(begun, Claim):
        return _reply(batches.submit(who, sent, begun, 202), 202)
    batches.intake.discard(sent.spool)
    return _again(batches, who, begun)


def _again(batches: Batching, who: Principal, done: Done) -> Response:
    return replayed(_reply(batches.standing(who, done.resource), done.status))


def _reply(found: Progress, status: int) -> Response:
    headers = {"Location": f"/v1/batches/{found.batch.id}"}
    if not found.batch.ended:
        headers["Retry-After"] = "2"
    return ModelResponse(batch_view(found.batch, found.counts), status, headers)


async def _followed(lines: Lines) -> AsyncIterator[str]:
    while not lines.done:
        if text := await run_in_threadpool(lines.step):
            yield text
        else:
            await asyncio.sleep(POLL_SECONDS)
