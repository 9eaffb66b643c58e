"""What people do about grades: override, confirm, release, grade again."""

from itertools import islice

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from grader.access import Principal
from grader.api.dependencies import Who, Wired
from grader.api.idempotency import Idempotent
from grader.api.json_route import JsonRoute
from grader.api.kept import OverrideBody, RegradeBody, Regraded
from grader.api.names import GradeId
from grader.api.replies import ModelResponse
from grader.api.versions import Expected, etag
from grader.bootstrap import Serving
from grader.errors import StaleGrade, UnknownGrade
from grader.grading import Claim, Confirmation, Done, Event, Grade, KeptGrade, Override, Release, Wanted

router = APIRouter(prefix="/v1", tags=["reviews"], route_class=JsonRoute)


@router.post("/grades/{grade_id}/overrides", status_code=201, response_model=Override)
def override_grade(
    grade_id: GradeId, body: OverrideBody, expected: Expected, services: Wired, who: Who, once: Idempotent
) -> Response:
    """Put a person's decision over the machine's grade; both are kept. If-Match names the version that was read."""
    return once.run(
        lambda claim: _made(services.kept.reviewing.override(who, grade_id, expected, body.decision(), claim=claim)),
        lambda done: _again(services, who, done),
    )


@router.post("/grades/{grade_id}/confirm", status_code=201, response_model=Confirmation)
def confirm_grade(grade_id: GradeId, expected: Expected, services: Wired, who: Who, once: Idempotent) -> Response:
    """Agree with the grade as it is: its review is settled. If-Match names the version that was read."""
    return once.run(
        lambda claim: _made(services.kept.reviewing.confirm(who, grade_id, expected, claim=claim)),
        lambda done: _again(services, who, done),
    )


@router.post("/grades/{grade_id}/release", status_code=201, response_model=Release)
def release_grade(grade_id: GradeId, expected: Expected, services: Wired, who: Who, once: Idempotent) -> Response:
    """Let the candidate see the grade as it is now. If-Match names the version that was read."""
    return once.run(
        lambda claim: _made(services.kept.reviewing.release(who, grade_id, expected, claim=claim)),
        lambda done: _again(services, who, done),
    )


@router.post("/grades/{grade_id}/regrade", status_code=201, response_model=Grade)
async def regrade_grade(grade_id: GradeId, expected: Expected, services: Wired, who: Who, once: Idempotent) -> Response:
    """Grade the answer again if its grade is stale, as a new revision; a grade that is not stale stays as it is."""

    async def work(claim: Claim | None) -> Response:
        found = await services.kept.regrading.regrade(who, grade_id, expected, services.judges(who.tenant), claim=claim)
        if found.stored.version == expected:
            await run_in_threadpool(once.abandon, claim)
        return _whole(found)

    return await once.awaited(work, lambda _: _whole(services.kept.keeping.read(who, grade_id)))


@router.post("/regrades")
async def regrade_stale(body: RegradeBody, services: Wired, who: Who) -> Regraded:
    """Grade again what is stale, some at a time; each that someone changes meanwhile is left for the next time."""
    wanted = Wanted(rubric=body.rubric, candidate=body.candidate)
    found = await run_in_threadpool(_stale, services, who, wanted, body.limit + 1)
    done = [each.stored.id for each in found[: body.limit] if await _regraded(services, who, each)]
    return Regraded(regraded=tuple(done), more=len(found) > body.limit)


def _stale(services: Serving, who: Principal, wanted: Wanted, most: int) -> list[KeptGrade]:
    return list(islice(services.kept.regrading.stale(who, wanted), most))


async def _regraded(services: Serving, who: Principal, found: KeptGrade) -> bool:
    try:
        await services.kept.regrading.regrade(who, found.stored.id, found.stored.version, services.judges(who.tenant))
    except (StaleGrade, UnknownGrade):
        return False
    return True


def _made(event: Event) -> Response:
    return ModelResponse(event, 201, {"Location": f"/v1/grades/{event.grade}/history", "ETag": etag(event.version)})


def _again(services: Serving, who: Principal, done: Done) -> Response:
    grade_id, _, event_id = done.resource.partition("/")
    stored = services.kept.keeping.read(who, grade_id).stored
    events: tuple[Event, ...] = (*stored.overrides, *stored.confirmations, *stored.releases)
    return next(_made(event) for event in events if event.id == event_id)


def _whole(found: KeptGrade) -> Response:
    return ModelResponse(found.grade, 201, {"ETag": etag(found.stored.version)})
