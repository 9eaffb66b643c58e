"""What a candidate may see, and the erasure of all that is kept of one."""

from typing import Annotated

from fastapi import APIRouter, Path

from grader.api.dependencies import Who, Wired
from grader.api.guarded_route import GuardedRoute
from grader.api.kept import Erased
from grader.api.names import GradeId
from grader.api.text import Opaque
from grader.grading import CandidateGrade

router = APIRouter(prefix="/v1", tags=["candidates"], route_class=GuardedRoute)


@router.get("/candidate/grades/{grade_id}")
def read_candidate_grade(grade_id: GradeId, services: Wired, who: Who) -> CandidateGrade:
    """Return what a person released of a grade, as it was then: 404 before, and for another candidate's."""
    return services.kept.reviewing.shown(who, grade_id)


@router.delete("/candidates/{candidate}")
def erase_candidate(
    candidate: Annotated[Opaque, Path(description="The client's id of a candidate.")], services: Wired, who: Who
) -> Erased:
    """Erase all answers and scorecards of a candidate with all that was made of them; the audit keeps random ids.

    May be repeated.
    """
    return Erased(erased=services.kept.erasing.erase_candidate(who, candidate))
