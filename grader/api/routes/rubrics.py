"""GET /v1/rubrics: the rubrics, in short and whole, and their hints."""

from fastapi import APIRouter

from grader.api.dependencies import Service
from grader.api.guarded_route import GuardedRoute
from grader.api.schemas import RubricFull, RubricList
from grader.grading import Hints
from grader.rubric import content_hash

router = APIRouter(prefix="/v1/rubrics", tags=["rubrics"], route_class=GuardedRoute)


@router.get("")
def list_rubrics(grading: Service) -> RubricList:
    """Return all rubrics in short."""
    return RubricList(rubrics=grading.listing())


@router.get("/{seed}/{slug}")
def read_rubric(seed: str, slug: str, grading: Service) -> RubricFull:
    """Return a rubric whole, with its content hash."""
    rubric = grading.exact(f"{seed}/{slug}")
    return RubricFull.model_validate({**rubric.model_dump(), "hash": content_hash(rubric)})


@router.get("/{seed}/{slug}/hints")
def read_hints(seed: str, slug: str, grading: Service) -> Hints:
    """Return the interviewer's hints of a rubric, for notes that are still empty."""
    return grading.hints(grading.exact(f"{seed}/{slug}").id)
