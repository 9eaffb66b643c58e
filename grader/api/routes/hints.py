"""POST /v1/hints: what to ask next, from an interviewer's notes."""

from fastapi import APIRouter

from grader.grading import Hints

from ..dependencies import Service
from ..schemas import HintsBody

router = APIRouter(prefix="/v1", tags=["hints"])


@router.post("/hints")
def live_hints(body: HintsBody, grading: Service) -> Hints:
    """Return the hints of a rubric, what the notes leave open first."""
    return grading.hints(body.rubric, body.notes)
