"""How often a key may ask: a window of time each, told in RateLimit headers (IETF draft of 2025-09)."""

import math
import time

from limits import parse
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import FixedWindowRateLimiter
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from grader.access import LOCAL, Principal
from grader.api.problems import TOO_MANY, problem
from grader.telemetry import Metrics

UNLIMITED = frozenset({"/livez", "/readyz"})


class RateLimit:
    """Refuses a key that asks too often; who shows none is counted by address. Windows are per process."""

    def __init__(self, app: ASGIApp, metrics: Metrics, keyed: str, keyless: str) -> None:
        """Make one: `keyed` and `keyless` are as `limits` has them, like `6000/minute`."""
        self._app, self._metrics = app, metrics
        self._keyed, self._keyless = parse(keyed), parse(keyless)
        self._window = FixedWindowRateLimiter(MemoryStorage())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request; who asks from this machine without keys is its administrator, and not limited."""
        who = scope["state"]["principal"] if scope["type"] == "http" else None
        if scope["type"] != "http" or who == LOCAL or scope["path"] in UNLIMITED:
            await self._app(scope, receive, send)
            return
        item, name = (self._keyed, "key") if who else (self._keyless, "address")
        allowed = await self._window.hit(item, name, *_whose(who, scope))
        stats = await self._window.get_window_stats(item, name, *_whose(who, scope))
        left, seconds = max(0, stats.remaining), max(1, math.ceil(stats.reset_time - time.time()))
        told = {
            "RateLimit-Policy": f'"{name}";q={item.amount};w={item.get_expiry()}',
            "RateLimit": f'"{name}";r={left};t={seconds}',
        }
        app = self._app if allowed else self._refusal(scope, seconds)
        await app(scope, receive, _telling(send, told))

    def _refusal(self, scope: Scope, seconds: int) -> ASGIApp:
        self._metrics.refused("rate")
        reply = problem(Request(scope), TOO_MANY)
        reply.headers["Retry-After"] = str(seconds)
        return reply


def _whose(who: Principal | None, scope: Scope) -> tuple[str, ...]:
    return (who.tenant, who.id) if who else ((scope.get("client") or ("",))[0],)


def _telling(send: Send, told: dict[str, str]) -> Send:
    async def reply(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(told)
        await send(message)

    return reply
