"""What is told of every request: a log line and figures, with the route's template in place of the address."""

from collections.abc import Callable
from time import perf_counter

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from grader.telemetry import Metrics, log

NO_ROUTE = "none"
QUIET = frozenset({"/livez", "/readyz", "/metrics"})
"""Probes come every few seconds: they are counted, but fill no log."""


class Observation:
    """Logs and counts every request, and has its id noted in its trace."""

    def __init__(self, app: ASGIApp, metrics: Metrics, note: Callable[[str], None] | None = None) -> None:
        self._app, self._metrics, self._note = app, metrics, note

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request; one whose client left has the status 499, as nginx has it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status, start = 499, perf_counter()

        async def reply(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        self._metrics.begun()
        if self._note is not None:
            self._note(scope["state"]["request_id"])
        try:
            await self._app(scope, receive, reply)
        finally:
            self._told(scope, status, perf_counter() - start)

    def _told(self, scope: Scope, status: int, seconds: float) -> None:
        route, method = _template(scope), scope["method"]
        method = method if method in METHODS else NO_ROUTE
        self._metrics.answered(method, route, status, seconds)
        if route not in QUIET:
            state = scope["state"]
            who = state.get("principal")
            log(
                "request",
                request_id=state["request_id"],
                method=method,
                route=route,
                status=status,
                milliseconds=round(seconds * 1000, 1),
                tenant=who.tenant if who else None,
                key_id=who.id if who else None,
            )


METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


def _template(scope: Scope) -> str:
    return getattr(scope.get("route"), "path_format", None) or NO_ROUTE
