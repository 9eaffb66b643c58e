"""POST and GET /v1/grades: grade one answer, read it again, list grades."""

from functools import partial
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from grader.access import Principal
from grader.api.cursor import opened, sealed
from grader.api.dependencies import Who, Wired
from grader.api.idempotency import Idempotent, replayed
from grader.api.json_route import JsonRoute
from grader.api.kept import GradeList, History, Instant, history, line
from grader.api.names import GradeId
from grader.api.questions import rubric_of
from grader.api.replies import ModelResponse
from grader.api.schemas import GradeBody
from grader.api.text import Name, Opaque
from grader.api.versions import etag
from grader.bootstrap import Serving
from grader.errors import GraderError
from grader.grading import (
    CandidateGrade,
    Claim,
    Done,
    Grade,
    GradeRequest,
    Grading,
    Judging,
    Wanted,
    candidate_view,
    new_id,
)

MOST = 1000
SHORT = 2000
router = APIRouter(prefix="/v1", tags=["grades"], route_class=JsonRoute)
Shown = Literal["full", "candidate"]
View = Annotated[Shown, Query(description="`candidate`: what may be shown to the candidate, and no more.")]


@router.post("/grades", status_code=201, response_model=Grade | CandidateGrade)
async def create_grade(body: GradeBody, services: Wired, who: Who, once: Idempotent, view: View = "full") -> Response:
    """Grade an answer and keep the grade; `view=candidate` gives the form that is safe to show to the candidate.

    A judge, if one is configured, is asked where the matcher is unsure; one that fails never lowers a score.
    """
    again = partial(_again, services, who, view)
    judging = services.judges(who.tenant)
    if judging is not None:
        return await once.awaited(partial(_judged, judging, services, who, body, view), again)
    try:
        grading, grade = await _matched(services, who, body)
    except GraderError as error:  # a request that was done before has its reply, whatever became of the rubric since
        return await once.awaited(partial(_refused, error), again)
    made = await services.kept.keeping.keep_once(who, body.answer, grade, grading.basis(grade), once.keyed)
    if isinstance(made, Done):
        return replayed(await run_in_threadpool(again, made))
    services.metrics.graded(grade.status)
    return _reply(grade, view)


@router.get("/grades")
def list_grades(
    services: Wired,
    who: Who,
    rubric: Annotated[Name | None, Query(description="A rubric's full id.")] = None,
    candidate: Annotated[Opaque | None, Query(description="The client's id of a candidate.")] = None,
    external_id: Annotated[Opaque | None, Query(description="The client's id of an answer.")] = None,
    status: Annotated[Literal["graded", "needs_review"] | None, Query(description="Only those.")] = None,
    before: Annotated[Instant | None, Query(description="Only grades made before this instant.")] = None,
    limit: Annotated[int, Query(ge=1, description="At most so many; never more than 1,000.")] = 50,
    cursor: Annotated[str | None, Query(max_length=500, description="`next_cursor` of the page before.")] = None,
) -> GradeList:
    """List grades, the newest first, a page at a time."""
    asked = (who.tenant, rubric, candidate, external_id, status, before)
    wanted = Wanted(candidate=candidate, external_id=external_id, rubric=rubric, status=status, before=before)
    after = opened(cursor, services.secret, *asked) if cursor else None
    page = services.kept.keeping.page(who, wanted, after, min(limit, MOST))
    following = sealed(page.after, services.secret, *asked) if page.after else None
    return GradeList(grades=tuple(map(line, page.grades)), next_cursor=following)


@router.get("/grades/{grade_id}", response_model=Grade | CandidateGrade)
def read_grade(grade_id: GradeId, services: Wired, who: Who, view: View = "full") -> Response:
    """Return the grade in force, people's changes included; `view=candidate` gives what was released, 404 before."""
    if view == "candidate":
        return ModelResponse(services.kept.reviewing.shown(who, grade_id))
    found = services.kept.keeping.read(who, grade_id)
    return ModelResponse(found.grade, headers={"ETag": etag(found.stored.version)})


@router.get("/grades/{grade_id}/history")
def read_history(grade_id: GradeId, services: Wired, who: Who, response: Response) -> History:
    """Return the answer, each grade the machine gave it, and what people did about them."""
    found = services.kept.keeping.read(who, grade_id)
    response.headers["ETag"] = etag(found.stored.version)
    return history(found)


@router.delete("/grades/{grade_id}", status_code=204)
def delete_grade(grade_id: GradeId, services: Wired, who: Who) -> None:
    """Erase an answer with all that was made of it; the audit keeps the random id."""
    services.kept.erasing.erase_grade(who, grade_id)


async def _judged(
    judging: Judging, services: Serving, who: Principal, body: GradeBody, view: Shown, claim: Claim | None
) -> Response:
    """Keep the grade with what a judge adds: the key was claimed before, so that nobody pays for the judge twice."""
    grading, matched = await _matched(services, who, body)
    grade = await grading.judged(_request(body, matched.rubric), judging, grade_id=matched.id)
    await services.kept.keeping.keep_soon(who, body.answer, grade, grading.basis(grade), claim=claim)
    services.metrics.graded(grade.status)
    return _reply(grade, view)


async def _refused(error: GraderError, _: Claim | None) -> Response:
    raise error


async def _matched(services: Serving, who: Principal, body: GradeBody) -> tuple[Grading, Grade]:
    """The matcher's grade, by the tenant's rubrics; a short answer takes less time than handing it to a thread."""
    grading = services.kept.shelves.recall(who.tenant)
    if grading is None or body.rubric is None or len(body.answer) > SHORT:
        return await run_in_threadpool(_graded, services, who, body)
    return grading, grading.grade(_request(body, body.rubric), grade_id=new_id())


def _graded(services: Serving, who: Principal, body: GradeBody) -> tuple[Grading, Grade]:
    grading = services.kept.shelves.grading(who.tenant)
    rubric = body.rubric or rubric_of(body.question or "", grading)
    return grading, grading.grade(_request(body, rubric), grade_id=new_id())


def _request(body: GradeBody, rubric: str) -> GradeRequest:
    return GradeRequest(rubric, body.answer, body.mode, body.external_id, body.candidate)


def _again(services: Serving, who: Principal, view: Shown, done: Done) -> Response:
    return _reply(services.kept.keeping.read(who, done.resource).stored.revisions[0].machine, view)


def _reply(grade: Grade, view: Shown) -> Response:
    headers = {"Location": f"/v1/grades/{grade.id}", "ETag": etag(1)}
    return ModelResponse(candidate_view(grade) if view == "candidate" else grade, 201, headers)
