"""POST /v1/grades: grade one answer."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query

from grader.api.dependencies import Service
from grader.api.json_route import JsonRoute
from grader.api.questions import rubric_of
from grader.api.schemas import GradeBody
from grader.grading import CandidateGrade, Grade, GradeRequest, candidate_view, new_id

router = APIRouter(prefix="/v1", tags=["grades"], route_class=JsonRoute)
View = Annotated[
    Literal["full", "candidate"], Query(description="`candidate`: what may be shown to the candidate, and no more.")
]


@router.post("/grades", status_code=201)
def create_grade(body: GradeBody, grading: Service, view: View = "full") -> Grade | CandidateGrade:
    """Grade an answer; `view=candidate` gives the form that is safe to show to the candidate."""
    rubric = body.rubric or rubric_of(body.question or "", grading)
    request = GradeRequest(rubric, body.answer, body.mode, body.external_id, body.candidate)
    grade = grading.grade(request, grade_id=new_id())
    return candidate_view(grade) if view == "candidate" else grade
