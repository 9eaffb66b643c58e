"""Headers of every reply: nothing is stored on the way, nothing is taken for another type, nothing runs."""

from collections.abc import Iterable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

SAFE = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
POLICY = "default-src 'none'; frame-ancestors 'none'"
_RAW = [(name.lower().encode(), value.encode()) for name, value in SAFE.items()]
_NAMES = frozenset(name for name, _ in _RAW)
_POLICY = b"content-security-policy"


class SafeHeaders:
    """Puts the safe headers on every reply, whatever made it; a page has a content policy of its own."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request."""

        async def reply(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = _made_safe(message.get("headers", ()))
            await send(message)

        await self._app(scope, receive, reply)


def _made_safe(sent: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """The headers with ours: as plain pairs, since this is done to every reply."""
    headers = [pair for pair in sent if pair[0] not in _NAMES] + _RAW
    return headers if any(name == _POLICY for name, _ in headers) else [*headers, (_POLICY, POLICY.encode())]
