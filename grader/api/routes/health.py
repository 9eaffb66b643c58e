"""GET /livez: the process answers."""

from fastapi import APIRouter

from grader.api.schemas import Health

router = APIRouter(tags=["health"])


@router.get("/livez")
def live() -> Health:
    """Return that the service is up."""
    return Health(status="ok")
