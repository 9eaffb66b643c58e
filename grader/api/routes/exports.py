"""GET /v1/exports/grades: every grade with its history, as JSON lines."""

import hashlib
import json
from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import StreamingResponse

from grader.access import Principal
from grader.api.dependencies import Who, Wired
from grader.api.guarded_route import GuardedRoute
from grader.api.kept import history
from grader.api.text import Name, Opaque
from grader.bootstrap import Serving
from grader.grading import Wanted

MEDIA_TYPE = "application/jsonl"
DOCUMENTED = {200: {"content": {MEDIA_TYPE: {"schema": {"type": "string"}}}, "description": "JSON lines"}}
router = APIRouter(prefix="/v1/exports", tags=["exports"], route_class=GuardedRoute)


@router.get("/grades", response_class=StreamingResponse, responses=DOCUMENTED)  # type: ignore[arg-type]
def export_grades(
    services: Wired,
    who: Who,
    rubric: Annotated[Name | None, Query(description="A rubric's full id.")] = None,
    candidate: Annotated[Opaque | None, Query(description="The client's id of a candidate.")] = None,
) -> StreamingResponse:
    """Stream a line per answer: the grade in force and the history, the newest first.

    The last line counts the rows and holds the SHA-256 of all bytes before it: without it the stream was cut.
    """
    headers = {"Content-Disposition": 'attachment; filename="grades.jsonl"'}
    lines = _lines(services, who, Wanted(rubric=rubric, candidate=candidate))
    return StreamingResponse(lines, media_type=MEDIA_TYPE, headers=headers)


def _lines(services: Serving, who: Principal, wanted: Wanted) -> Iterator[bytes]:
    rows, digest = 0, hashlib.sha256()
    for found in services.kept.keeping.all(who, wanted):
        row = {"grade": found.grade.model_dump(mode="json"), "history": history(found).model_dump(mode="json")}
        line = json.dumps(row).encode("ascii") + b"\n"
        rows += 1
        digest.update(line)
        yield line
    yield json.dumps({"object": "end", "rows": rows, "sha256": digest.hexdigest()}).encode("ascii") + b"\n"
