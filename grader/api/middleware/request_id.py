"""Request ids: every reply and every problem carries one."""

import re
import secrets

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

ALLOWED = re.compile(rb"[A-Za-z0-9._-]{1,64}")
HEADER = "X-Request-Id"


class RequestId:
    """Keeps the client's request id if it is harmless, else makes one; puts it on the reply."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request; its id is `request.state.request_id`."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        chosen = _choose(dict(scope["headers"]).get(HEADER.lower().encode(), b""))
        scope["state"] = {**scope.get("state", {}), "request_id": chosen}

        async def reply(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)[HEADER] = chosen
            await send(message)

        await self._app(scope, receive, reply)


def _choose(given: bytes) -> str:
    return given.decode("ascii") if ALLOWED.fullmatch(given) else secrets.token_hex(16)
