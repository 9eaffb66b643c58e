"""GET and POST /sign-in, POST /sign-out: a person shows a key once, and the browser keeps it while it is open."""

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from starlette.responses import RedirectResponse

from grader.access import SESSION
from grader.errors import KeyRefused
from grader.web.page_route import OPEN, PageRoute
from grader.web.pages import page

router = APIRouter(tags=[OPEN], route_class=PageRoute, include_in_schema=False)


@router.get("/sign-in")
def ask_for_key(request: Request) -> Response:
    """Return the page that asks for a key."""
    return page(request, "sign_in.html", {"fault": ""})


@router.post("/sign-in")
def sign_in(request: Request, key: Annotated[str, Form(max_length=200)] = "") -> Response:
    """Keep a key that is valid in a cookie that scripts and other sites cannot reach; say so if it is not."""
    shown = key.strip()
    try:
        request.app.state.services.doorkeeper.admit(shown or "none")
    except KeyRefused:
        return page(request, "sign_in.html", {"fault": "This key is not valid. Look for a part that is missing."}, 401)
    reply = RedirectResponse("/", 303)
    secure = request.url.scheme == "https"
    reply.set_cookie(SESSION, shown, httponly=True, samesite="strict", secure=secure, path="/")
    return reply


@router.post("/sign-out")
def sign_out() -> Response:
    """Forget the key."""
    reply = RedirectResponse("/sign-in", 303)
    reply.delete_cookie(SESSION, path="/", httponly=True, samesite="strict")
    return reply
