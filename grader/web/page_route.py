"""Routes of pages: closed unless an operation opens them, posts only from this site, faults told as pages."""

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute

from grader.access import Principal
from grader.errors import (
    AccessRefused,
    AnswerRefused,
    BatchRefused,
    GraderError,
    KeyInUse,
    KeyRefused,
    NoSuchPlace,
    NotPermitted,
    OverrideRefused,
    StaleGrade,
    StorageFault,
    StorageFull,
    UnknownAssessment,
    UnknownBatch,
    UnknownGrade,
    UnknownRubric,
    UnknownScorecard,
)

from .pages import page

Handler = Callable[[Request], Coroutine[Any, Any, Response]]
OPEN = "open"
"""The tag of a page that needs no key."""
FAULTS: tuple[tuple[type[GraderError], int], ...] = (
    (KeyRefused, 401),
    (NoSuchPlace, 404),
    (AccessRefused, 403),
    (UnknownRubric, 404),
    (UnknownAssessment, 404),
    (UnknownBatch, 404),
    (UnknownGrade, 404),
    (StaleGrade, 409),
    (KeyInUse, 409),
    (UnknownScorecard, 404),
    (AnswerRefused, 422),
    (BatchRefused, 422),
    (OverrideRefused, 422),
    (StorageFull, 507),
    (StorageFault, 503),
)


class PageRoute(APIRoute):
    """A page; its first tag is the operation of the API that its reader must be allowed."""

    def get_route_handler(self) -> Handler:
        """Return the handler, behind a guard."""
        handle, operation = super().get_route_handler(), str(self.tags[0])

        async def guarded(request: Request) -> Response:
            try:
                _guard(request, operation)
                return await handle(request)
            except tuple(kind for kind, _ in FAULTS) as error:
                status = next(status for kind, status in FAULTS if isinstance(error, kind))
                return page(request, "fault.html", {"message": str(error), "status": status}, status)

        return guarded


def _guard(request: Request, operation: str) -> None:
    """Raise KeyRefused or NotPermitted. A browser says where a post comes from; a program sends no such header."""
    site = request.headers.get("sec-fetch-site", "none")
    if request.method != "GET" and site not in ("same-origin", "none"):
        raise NotPermitted("This was sent from another site. Open the page here and send it again.")
    who: Principal | None = request.state.principal
    if operation != OPEN:
        if who is None:
            raise KeyRefused
        who.require(operation)
