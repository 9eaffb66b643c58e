"""GET /static/...: the style sheet and the scripts, by name; POST /theme: light, dark or as the system has it."""

from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import FileResponse, RedirectResponse

from grader.errors import NoSuchPlace
from grader.web.page_route import OPEN, PageRoute

FOLDER = Path(__file__).parent.parent / "static"
FILES = {
    "grader.css": "text/css",
    "grader.js": "text/javascript",
    "editor.js": "text/javascript",
    "vendor/htmx-4.0.1-sse.min.js": "text/javascript",
}
YEAR = 365 * 24 * 3600
router = APIRouter(tags=[OPEN], route_class=PageRoute, include_in_schema=False)


@router.get("/static/{name:path}")
def static_file(name: str) -> FileResponse:
    """Return one of the files that are listed; there is no other."""
    if name not in FILES:
        raise NoSuchPlace
    return FileResponse(FOLDER / name, media_type=FILES[name])


@router.post("/theme")
def choose_theme(
    theme: Annotated[str, Form(max_length=10)] = "auto", back: Annotated[str, Form(max_length=300)] = "/"
) -> RedirectResponse:
    """Remember the theme in a cookie and go back to the page; only to one of ours."""
    inside = back.startswith("/") and not back.startswith(("//", "/\\"))
    reply = RedirectResponse(back if inside else "/", 303)
    reply.set_cookie("theme", theme, max_age=YEAR, httponly=True, samesite="lax")
    return reply
