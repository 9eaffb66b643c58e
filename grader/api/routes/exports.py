"""GET /v1/exports/grades and /scorecards: all that is kept, as JSON lines; grades as a table, too."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from starlette.responses import StreamingResponse

from grader.api.dependencies import Who, Wired
from grader.api.export_table import csv_of
from grader.api.guarded_route import GuardedRoute
from grader.api.json_lines import json_lines
from grader.api.kept import history
from grader.api.text import Name, Opaque
from grader.grading import KeptGrade, Wanted

JSON_LINES, CSV = "application/jsonl", "text/csv"
_TEXT = {"schema": {"type": "string"}}
DOCUMENTED = {200: {"content": {JSON_LINES: _TEXT, CSV: _TEXT}, "description": "Lines of JSON, or of CSV"}}
DOCUMENTED_LINES = {200: {"content": {JSON_LINES: _TEXT}, "description": "Lines of JSON"}}
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
    lines, kind = (json_lines(map(_row, found)), JSON_LINES) if form == "jsonl" else (csv_of(found), CSV)
    return StreamingResponse(lines, media_type=kind, headers=headers)


@router.get("/scorecards", response_class=StreamingResponse, responses=DOCUMENTED_LINES)  # type: ignore[arg-type]
def export_scorecards(
    services: Wired,
    who: Who,
    candidate: Annotated[Opaque | None, Query(description="The name that the interviewer gave the candidate.")] = None,
) -> StreamingResponse:
    """Stream every scorecard as a line of JSON, the newest first, notes included.

    The last line counts them and holds the SHA-256 of all bytes before it: without it the stream was cut.
    """
    found = services.kept.scorecards.all(who, Wanted(candidate=candidate))
    headers = {"Content-Disposition": 'attachment; filename="scorecards.jsonl"'}
    rows = (card.model_dump(mode="json") for card in found)
    return StreamingResponse(json_lines(rows), media_type=JSON_LINES, headers=headers)


def _row(found: KeptGrade) -> dict[str, Any]:
    return {"grade": found.grade.model_dump(mode="json"), "history": history(found).model_dump(mode="json")}
