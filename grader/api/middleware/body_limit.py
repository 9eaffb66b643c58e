"""The largest body: refused when it is declared, and cut off when it is counted."""

from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from grader.api.problems import TOO_LARGE, problem

LARGEST = 256 * 1024
BODILESS = ("GET", "HEAD")
STREAMED = frozenset(("POST", path) for path in ("/v1/batches", "/batches", "/rubrics/build", "/agreement"))
"""What counts its own bytes as they come."""


class BodyLimit:
    """Reads the body, up to 256 KiB, before anything else does; what is larger gets a problem."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request; no route reads the body of a GET, so that passes."""
        if scope["type"] != "http" or scope["method"] in BODILESS or _streamed(scope):
            await self._app(scope, receive, send)
            return
        try:
            body = None if _declared(scope) > LARGEST else await _read(receive)
        except ClientDisconnect:
            return
        app = problem(Request(scope), TOO_LARGE) if body is None else self._app
        await app(scope, _replay(body or b"", receive), send)


def _streamed(scope: Scope) -> bool:
    return (scope["method"], scope.get("path")) in STREAMED


def _declared(scope: Scope) -> int:
    """The length that the client declares; a length of more than 12 digits is over any limit."""
    length = dict(scope["headers"]).get(b"content-length", b"")
    return int(length[:13]) if length.isdigit() else 0


async def _read(receive: Receive) -> bytes | None:
    """The whole body, or None as soon as it is larger than the limit."""
    body, more = bytearray(), True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > LARGEST:
            return None
    return bytes(body)


def _replay(body: bytes, receive: Receive) -> Receive:
    messages = iter([{"type": "http.request", "body": body, "more_body": False}])

    async def replay() -> Message:
        return next(messages, None) or await receive()

    return replay
