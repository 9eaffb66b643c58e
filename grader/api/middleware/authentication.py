"""Who asks: `request.state.principal`, or None where no valid key was shown."""

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from grader.access import SESSION, Doorkeeper, Principal, is_loopback
from grader.api.problems import by_error, problem
from grader.errors import GraderError, KeyRefused

PROGRAMS = ("/v1/", "/metrics")
"""Addresses that programs call: no cookie counts there."""


class Authentication:
    """Finds out who asks. Whether they may is decided by the route: some are open to everyone."""

    def __init__(self, app: ASGIApp, doorkeeper: Doorkeeper) -> None:
        self._app, self._doorkeeper = app, doorkeeper

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            scope["state"]["principal"] = await self._principal(scope)
        except GraderError as error:
            await problem(Request(scope), by_error(error))(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _principal(self, scope: Scope) -> Principal | None:
        shown = _bearer(scope)
        if not shown and not _here(scope):
            return None
        try:
            return self._doorkeeper.recall(shown) or await run_in_threadpool(self._doorkeeper.admit, shown)
        except KeyRefused:
            return None


def _bearer(scope: Scope) -> str:
    """The key in the header; a page may have it in its cookie instead, the API never: a form elsewhere could use it."""
    scheme, _, shown = Headers(scope=scope).get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return shown.strip()
    return "" if scope["path"].startswith(PROGRAMS) else Request(scope).cookies.get(SESSION, "")


def _here(scope: Scope) -> bool:
    """Whether the request comes from this machine and means it: another name in Host is a page that was rebound."""
    address, _ = scope.get("client") or ("", 0)
    name, colon, port = Headers(scope=scope).get("host", "").rpartition(":")
    name = name if colon and port.isdigit() else f"{name}{colon}{port}"
    return is_loopback(address) and is_loopback(name.strip("[]"))
