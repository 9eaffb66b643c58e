"""Routes that ask who asks: closed unless grader/access.py opens their operation, before anything is read."""

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.dependencies.models import Dependant
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute

from grader.access import PUBLIC, Principal
from grader.errors import KeyRefused

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class GuardedRoute(APIRoute):
    """A route that only some principals may take; its operation is the name of its function."""

    def get_route_handler(self) -> Handler:
        """Return the handler, behind a guard."""
        handle, operation, known = super().get_route_handler(), self.name, _parameters(self.dependant)

        async def guarded(request: Request) -> Response:
            guard(request, operation)
            if not known.issuperset(request.query_params) and operation not in PUBLIC:
                raise RequestValidationError([{"type": "unknown_parameter", "loc": ("query", "")}])
            return await handle(request)

        return guarded


def _parameters(dependant: Dependant) -> frozenset[str]:
    """The parameters of the address's query that a route knows: a filter that was misspelt would filter nothing."""
    own = frozenset(field.alias for field in dependant.query_params)
    return own.union(*map(_parameters, dependant.dependencies))


def guard(request: Request, operation: str) -> None:
    """Raise KeyRefused, NotPermitted or NoSuchPlace if who asks may not do an operation."""
    who: Principal | None = request.state.principal
    if operation not in PUBLIC:
        if who is None:
            raise KeyRefused
        who.require(operation)
