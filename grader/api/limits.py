"""What a request may hold and what every reply says: size, type, valid JSON, request id, headers."""

import json
import re
import secrets
from math import isfinite
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .problems import problem

LARGEST = 256 * 1024
DEEPEST = 50
REQUEST_ID = re.compile(rb"[A-Za-z0-9._-]{1,64}")
SAFE = [(b"cache-control", b"no-store"), (b"x-content-type-options", b"nosniff")]


class Limits:
    """Refuses bodies that are too large or not plain JSON before anything reads them."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request within the limits."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        reply = _with_headers(send, _request_id(dict(scope["headers"]).get(b"x-request-id", b"")))
        if scope["method"] in ("GET", "HEAD"):
            await self._app(scope, receive, reply)
            return
        body = await _body(receive)
        status = _refusal(dict(scope["headers"]), body)
        app = self._app if status is None else problem(status)
        await app(scope, _replay(body or b""), reply)


async def _body(receive: Receive) -> bytes | None:
    """The whole body, or None as soon as it is larger than the limit."""
    body = b""
    more = True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > LARGEST:
            return None
    return body


def _refusal(headers: dict[bytes, bytes], body: bytes | None) -> int | None:
    if body is None:
        return 413
    kind = headers.get(b"content-type", b"").split(b";")[0].strip().lower()
    if body and kind != b"application/json":
        return 415
    return None if not body or _is_plain(body) else 400


def _is_plain(body: bytes) -> bool:
    """UTF-8 JSON, not too deep, without NaN, infinities and halves of surrogate pairs."""
    try:
        value = json.loads(body.decode("utf-8"), parse_constant=_refuse)
        _check(value)
    except (ValueError, RecursionError):
        return False
    return True


def _refuse(name: str) -> Any:
    raise ValueError(name)


def _check(value: Any, depth: int = 0) -> None:
    if depth > DEEPEST:
        raise ValueError("too deep")
    if isinstance(value, float) and not isfinite(value):
        raise ValueError("not a finite number")
    if isinstance(value, str):
        value.encode("utf-8")
    elif isinstance(value, dict):
        for key, part in value.items():
            _check(key, depth + 1)
            _check(part, depth + 1)
    elif isinstance(value, list):
        for part in value:
            _check(part, depth + 1)


def _replay(body: bytes) -> Receive:
    messages = iter([{"type": "http.request", "body": body, "more_body": False}])

    async def receive() -> Message:
        return next(messages, {"type": "http.disconnect"})

    return receive


def _request_id(given: bytes) -> bytes:
    return given if REQUEST_ID.fullmatch(given) else secrets.token_hex(16).encode()


def _with_headers(send: Send, request_id: bytes) -> Send:
    async def reply(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message["headers"], *SAFE, (b"x-request-id", request_id)]
        await send(message)

    return reply
