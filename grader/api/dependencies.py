"""What routes ask for, as named types."""

from typing import Annotated

from fastapi import Depends, Request

from grader.access import Principal
from grader.bootstrap import Serving
from grader.grading import Grading


async def _wired(request: Request) -> Serving:
    services: Serving = request.app.state.services
    return services


def _grading(request: Request) -> Grading:
    """The grading service over the rubrics of the tenant: looking them up may wait for the database."""
    services: Serving = request.app.state.services
    return services.kept.shelves.grading(request.state.principal.tenant)


async def _principal(request: Request) -> Principal:
    """Who asks; a guarded route has made sure that it is someone."""
    who: Principal = request.state.principal
    return who


Wired = Annotated[Serving, Depends(_wired)]
Service = Annotated[Grading, Depends(_grading)]
Who = Annotated[Principal, Depends(_principal)]
