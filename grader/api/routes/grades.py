"""POST /v1/grades: grade one answer."""

from typing import Literal

from fastapi import APIRouter

from grader.api.dependencies import Service
from grader.api.schemas import GradeBody
from grader.grading import CandidateGrade, Grade, GradeRequest, candidate_view, new_id

router = APIRouter(prefix="/v1", tags=["grades"])


@router.post("/grades", status_code=201)
def create_grade(
    body: GradeBody, grading: Service, view: Literal["full", "candidate"] = "full"
) -> Grade | CandidateGrade:
    """Grade an answer; `view=candidate` gives the form that is safe to show to the candidate."""
    request = GradeRequest(body.name, body.answer, body.mode, body.external_id, body.candidate)
    grade = grading.grade(request, grade_id=new_id())
    return candidate_view(grade) if view == "candidate" else grade
