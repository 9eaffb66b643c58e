"""Routes of /v1/rubrics: the rubrics, in short and whole, and their hints."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from grader.access import Principal
from grader.api.dependencies import Service, Who, Wired
from grader.api.guarded_route import GuardedRoute
from grader.api.idempotency import Idempotent
from grader.api.kept import FindingBody, RubricCheck
from grader.api.names import RubricName
from grader.api.replies import ModelResponse
from grader.api.schemas import RubricFull, RubricList
from grader.api.sent_rubric import BODY, read_sent
from grader.api.spoken import spoken
from grader.authoring import checked, parsed
from grader.bootstrap import Serving
from grader.grading import Claim, Hints, RubricVersion
from grader.rubric import content_hash

router = APIRouter(prefix="/v1/rubrics", tags=["rubrics"], route_class=GuardedRoute)
CHECKED: dict[int | str, dict[str, Any]] = {
    200: {"model": RubricCheck, "description": "With `validate_only`: what was found"}
}
Only = Annotated[bool, Query(description="Check it, keep nothing: 200 with what is wrong and what lint finds.")]


@router.get("")
def list_rubrics(grading: Service) -> RubricList:
    """Return all rubrics in short."""
    return RubricList(rubrics=grading.listing())


@router.post("", status_code=201, response_model=RubricVersion, responses=CHECKED, openapi_extra=BODY)
async def create_rubric(
    request: Request, services: Wired, who: Who, once: Idempotent, validate_only: Only = False
) -> Response:
    """Put a rubric in force as its next version; `validate_only=true` only says what is wrong with it, and where."""
    text = await read_sent(request)
    if validate_only:
        return ModelResponse(await run_in_threadpool(_check, text, services))
    rubric = await run_in_threadpool(parsed, text)

    def work(claim: Claim | None) -> Response:
        version = services.kept.publishing.add_rubric(who, rubric, claim=claim)
        once.abandon(claim)
        return _version(version)

    return await run_in_threadpool(once.run, work, lambda done: _again(services, who, done.resource))


@router.get("/{seed}/{slug}")
def read_rubric(name: RubricName, grading: Service) -> RubricFull:
    """Return the rubric in force whole, with its content hash."""
    rubric = grading.exact(name)
    return RubricFull.model_validate({**rubric.model_dump(), "hash": content_hash(rubric)})


@router.get("/{seed}/{slug}/hints")
def read_hints(name: RubricName, grading: Service, who: Who) -> Hints:
    """Return the interviewer's hints of a rubric, for notes that are still empty."""
    return spoken(grading.hints(grading.exact(name).id), who)


def _check(text: str, services: Serving) -> RubricCheck:
    found = checked(text, services.library())
    lines = (
        FindingBody(code=each.code, severity=each.severity, line=each.line, message=each.message)
        for each in found.findings
    )
    return RubricCheck(
        valid=found.rubric is not None,
        id=found.rubric.id if found.rubric else None,
        hash=content_hash(found.rubric) if found.rubric else None,
        line=found.line,
        message=found.message,
        findings=tuple(lines),
    )


def _version(made: RubricVersion) -> Response:
    return ModelResponse(made, 201, {"Location": f"/v1/rubrics/{made.rubric}/versions/{made.number}"})


def _again(services: Serving, who: Principal, resource: str) -> Response:
    rubric_id, _, number = resource.rpartition("/")
    return _version(services.kept.publishing.versions(who, rubric_id)[int(number) - 1])
