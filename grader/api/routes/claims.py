"""GET and POST /v1/grades/{id}/claims: what an answer claims beyond the rubric, and what people decide about it."""

from fastapi import APIRouter
from starlette.responses import Response

from grader.access import Principal
from grader.api.claims import ClaimBody, ClaimList, claim_line
from grader.api.dependencies import Who, Wired
from grader.api.idempotency import Idempotent
from grader.api.json_route import JsonRoute
from grader.api.names import GradeId
from grader.api.replies import ModelResponse
from grader.bootstrap import Serving
from grader.grading import Done, Ruling

router = APIRouter(prefix="/v1/grades", tags=["reviews"], route_class=JsonRoute)


@router.get("/{grade_id}/claims")
def list_claims(grade_id: GradeId, services: Wired, who: Who) -> ClaimList:
    """Return the claims beyond the rubric of a grade, with what people decided about each."""
    machine = services.kept.keeping.read(who, grade_id).stored.machine
    return ClaimList(claims=tuple(map(claim_line, services.kept.rulings.claims(who, machine))))


@router.post("/{grade_id}/claims", status_code=201, response_model=Ruling)
def rule_claim(grade_id: GradeId, body: ClaimBody, services: Wired, who: Who, once: Idempotent) -> Response:
    """Decide about a claim, for all answers to the rubric that say the same words; the last decision counts.

    It changes no verdict, no score and no version of the grade.
    """
    return once.run(
        lambda claim: _made(grade_id, services.kept.rulings.rule(who, grade_id, body.said(), claim=claim)),
        lambda done: _again(services, who, done),
    )


def _made(grade_id: str, ruling: Ruling) -> Response:
    return ModelResponse(ruling, 201, {"Location": f"/v1/grades/{grade_id}/claims"})


def _again(services: Serving, who: Principal, done: Done) -> Response:
    grade_id, _, name = done.resource.partition("/")
    rulings = services.kept.keeping.read(who, grade_id).stored.rulings
    return next(_made(grade_id, each) for each in rulings if each.id == name)
