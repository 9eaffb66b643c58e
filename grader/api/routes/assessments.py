"""Routes of /v1/assessments: sets of questions, and what a candidate's answers come to."""

from typing import Annotated

from fastapi import APIRouter, Body, Query
from starlette.responses import Response

from grader.api.dependencies import Who, Wired
from grader.api.idempotency import Idempotent
from grader.api.json_route import JsonRoute
from grader.api.kept import AssessmentList
from grader.api.names import AssessmentId
from grader.api.replies import ModelResponse
from grader.api.text import Opaque
from grader.bootstrap import Serving
from grader.grading import AssessmentTotal, AssessmentVersion
from grader.rubric import Assessment

EXAMPLE = {
    "id": "take-home",
    "title": "Two questions",
    "questions": [
        {"rubric": "backend-hiring-questions/when-to-use-cache", "weight": 2},
        {"rubric": "backend-hiring-questions/when-to-use-docker-and-docker-compose"},
    ],
}
Sent = Annotated[Assessment, Body(examples=[EXAMPLE])]
router = APIRouter(prefix="/v1/assessments", tags=["assessments"], route_class=JsonRoute)


@router.get("")
def list_assessments(services: Wired, who: Who) -> AssessmentList:
    """Return the ids of all assessments: those in files and those that were sent."""
    return AssessmentList(assessments=services.kept.publishing.assessments(who))


@router.post("", status_code=201, response_model=AssessmentVersion)
def create_assessment(body: Sent, services: Wired, who: Who, once: Idempotent) -> Response:
    """Put an assessment in force as its next version; every rubric it names must be there."""
    return once.run(
        lambda claim: _version(services.kept.publishing.add_assessment(who, body, claim=claim)),
        lambda done: _again(services, who, done.resource),
    )


@router.get("/{assessment_id}")
def read_assessment(assessment_id: AssessmentId, services: Wired, who: Who) -> Assessment:
    """Return the assessment in force."""
    return services.kept.publishing.assessment(who, assessment_id)


@router.get("/{assessment_id}/total")
def read_total(
    assessment_id: AssessmentId,
    candidate: Annotated[Opaque, Query(description="The client's id of a candidate.")],
    services: Wired,
    who: Who,
) -> AssessmentTotal:
    """Return a candidate's total over the latest grades in force: null while a question is unscored."""
    return services.kept.totals.total(who, assessment_id, candidate)


def _version(made: AssessmentVersion) -> Response:
    return ModelResponse(made, 201, {"Location": f"/v1/assessments/{made.assessment.id}"})


def _again(services: Serving, who: Who, assessment_id: str) -> Response:
    work = services.kept.store.read(lambda unit: unit.assessments.latest(who.tenant, assessment_id))
    return _version(work)
