"""POST /v1/hints: what to ask next, from an interviewer's notes."""

from collections import Counter

from fastapi import APIRouter

from grader.api.dependencies import Service, Who
from grader.api.json_route import JsonRoute
from grader.api.schemas import HintsBody
from grader.api.spoken import spoken
from grader.grading import Hints

router = APIRouter(prefix="/v1", tags=["hints"], route_class=JsonRoute)


@router.post("/hints")
def live_hints(body: HintsBody, grading: Service, who: Who) -> Hints:
    """Return the hints of a rubric: what the notes leave open first, by weight times uncertainty."""
    return spoken(grading.hints(body.rubric, body.notes, Counter(body.asked)), who)
