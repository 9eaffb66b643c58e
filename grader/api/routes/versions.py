"""Versions of rubrics: those there are, and which grades a new one would change."""

from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Path, Request
from starlette.concurrency import run_in_threadpool

from grader.access import Principal
from grader.api.dependencies import Who, Wired
from grader.api.guarded_route import GuardedRoute
from grader.api.kept import Flips, RubricVersions
from grader.api.names import RubricName
from grader.api.schemas import RubricFull
from grader.api.sent_rubric import BODY, read_sent
from grader.authoring import parsed
from grader.bootstrap import Serving
from grader.rubric import content_hash

MOST = 1000
LARGEST = 2**31 - 1
router = APIRouter(prefix="/v1/rubrics", tags=["rubrics"], route_class=GuardedRoute)


@router.get("/{seed}/{slug}/versions")
def list_versions(name: RubricName, services: Wired, who: Who) -> RubricVersions:
    """Return the versions that were sent of a rubric."""
    return RubricVersions(versions=services.kept.publishing.versions(who, name))


@router.get("/{seed}/{slug}/versions/{number}")
def read_version(
    name: RubricName,
    number: Annotated[int, Path(ge=1, le=LARGEST, description="The version, from 1.")],
    services: Wired,
    who: Who,
) -> RubricFull:
    """Return a version of a rubric whole."""
    rubric = services.kept.publishing.version(who, name, number)
    return RubricFull.model_validate({**rubric.model_dump(), "hash": content_hash(rubric)})


@router.post("/flips", openapi_extra=BODY)
async def list_flips(request: Request, services: Wired, who: Who) -> Flips:
    """Return which kept grades a version of a rubric would change, from what is stored; nothing is kept."""
    text = await read_sent(request)
    return await run_in_threadpool(_flips, text, services, who)


def _flips(text: str, services: Serving, who: Principal) -> Flips:
    found = tuple(islice(services.kept.regrading.flips(who, parsed(text)), MOST + 1))
    return Flips(flips=found[:MOST], more=len(found) > MOST)
