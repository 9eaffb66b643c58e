"""Routes whose bodies are JSON in UTF-8, as RFC 8259 has it: no other encoding, no NaN, no infinities."""

import json
from typing import Any

from fastapi import Request, Response

from .guarded_route import GuardedRoute, Handler


class JsonRequest(Request):
    """A request with a strict body; of two equal keys the last one counts."""

    async def json(self) -> Any:
        """Return the body's value. Raises ValueError, RecursionError."""
        return json.loads((await self.body()).decode("utf-8"), parse_constant=_refuse)


class JsonRoute(GuardedRoute):
    """A guarded route that reads its body strictly."""

    def get_route_handler(self) -> Handler:
        """Return the handler, given strict requests."""
        handle = super().get_route_handler()

        async def strict(request: Request) -> Response:
            return await handle(JsonRequest(request.scope, request.receive))

        return strict


def _refuse(name: str) -> Any:
    raise json.JSONDecodeError(f"{name} is not JSON", "", 0)
