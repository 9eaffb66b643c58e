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
            if operation not in PUBLIC:
                check_query(request, known)
            return await handle(request)

        return guarded


def check_query(request: Request, known: frozenset[str]) -> None:
    """Raise RequestValidationError for a parameter that is not known, or given twice: it would filter nothing."""
    sent = request.query_params
    if not known.issuperset(sent):
        raise RequestValidationError([{"type": "unknown_parameter", "loc": ("query", "")}])
    if len(sent.multi_items()) > len(sent):
        raise RequestValidationError([{"type": "repeated_parameter", "loc": ("query", "")}])


def _parameters(dependant: Dependant) -> frozenset[str]:
    """The parameters of the address's query that a route knows."""
    own = frozenset(field.alias for field in dependant.query_params)
    return own.union(*map(_parameters, dependant.dependencies))


def guard(request: Request, operation: str) -> None:
    """Raise KeyRefused, NotPermitted or NoSuchPlace if who asks may not do an operation."""
    who: Principal | None = request.state.principal
    if operation not in PUBLIC:
        if who is None:
            raise KeyRefused
        who.require(operation)
