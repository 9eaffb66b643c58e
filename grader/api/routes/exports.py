"""GET /v1/exports/grades: every grade, with its history as JSON lines, or as a table."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.responses import StreamingResponse

from grader.api.dependencies import Who, Wired
from grader.api.export_table import csv_of
from grader.api.guarded_route import GuardedRoute
from grader.api.kept import history
from grader.api.text import Name, Opaque
from grader.grading import KeptGrade, Wanted

JSON_LINES, CSV = "application/jsonl", "text/csv"
_TEXT = {"schema": {"type": "string"}}
DOCUMENTED = {200: {"content": {JSON_LINES: _TEXT, CSV: _TEXT}, "description": "Lines of JSON, or of CSV"}}
router = APIRouter(prefix="/v1/exports", tags=["exports"], route_class=GuardedRoute)


@router.get("/grades", response_class=StreamingResponse, responses=DOCUMENTED)  # type: ignore[arg-type]
def export_grades(
    services: Wired,
    who: Who,
    rubric: Annotated[Name | None, Query(description="A rubric's full id.")] = None,
    candidate: Annotated[Opaque | None, Query(description="The client's id of a candidate.")] = None,
    form: Annotated[Literal["jsonl", "csv"], Query(alias="format", description="`csv`: a row for each.")] = "jsonl",
) -> StreamingResponse:
    """Stream a line per answer, the newest first: the grade in force and its history, or a row of a table.

    The last line of JSON lines counts the rows and holds the SHA-256 of all bytes before it: without it the stream was
    cut. In the table, a cell that a spreadsheet would run as a formula begins with an apostrophe.
    """
    found = services.kept.keeping.all(who, Wanted(rubric=rubric, candidate=candidate))
    headers = {"Content-Disposition": f'attachment; filename="grades.{form}"'}
    lines, kind = (_lines(found), JSON_LINES) if form == "jsonl" else (csv_of(found), CSV)
    return StreamingResponse(lines, media_type=kind, headers=headers)


def _lines(grades: Iterable[KeptGrade]) -> Iterator[bytes]:
    rows, digest = 0, hashlib.sha256()
    for found in grades:
        row = {"grade": found.grade.model_dump(mode="json"), "history": history(found).model_dump(mode="json")}
        line = json.dumps(row).encode("ascii") + b"\n"
        rows += 1
        digest.update(line)
        yield line
    yield json.dumps({"object": "end", "rows": rows, "sha256": digest.hexdigest()}).encode("ascii") + b"\n"
