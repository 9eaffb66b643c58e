"""GET /livez: the process answers."""

from fastapi import APIRouter

router = APIRouter(tags=["health"])


@router.get("/livez")
def live() -> dict[str, str]:
    """Return that the service is up."""
    return {"status": "ok"}
