"""Headers of every reply: nothing is stored on the way, nothing is taken for another type."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SAFE = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


class SafeHeaders:
    """Puts the safe headers on every reply, whatever made it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request."""

        async def reply(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(SAFE)
            await send(message)

        await self._app(scope, receive, reply)
