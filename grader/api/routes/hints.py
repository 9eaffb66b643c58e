"""POST /v1/hints: what to ask next, from an interviewer's notes."""

from fastapi import APIRouter

from grader.api.dependencies import Service
from grader.api.json_route import JsonRoute
from grader.api.schemas import HintsBody
from grader.grading import Hints

router = APIRouter(prefix="/v1", tags=["hints"], route_class=JsonRoute)


@router.post("/hints")
def live_hints(body: HintsBody, grading: Service) -> Hints:
    """Return the hints of a rubric, what the notes leave open first."""
    return grading.hints(body.rubric, body.notes)
