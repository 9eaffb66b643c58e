"""What routes ask for, as named types."""

from typing import Annotated

from fastapi import Depends, Request

from grader.access import Principal
from grader.bootstrap import Serving
from grader.grading import Grading


async def _wired(request: Request) -> Serving:
    services: Serving = request.app.state.services
    return services


async def _grading(request: Request) -> Grading:
    return (await _wired(request)).grading


async def _principal(request: Request) -> Principal:
    """Who asks; a guarded route has made sure that it is someone."""
    who: Principal = request.state.principal
    return who


Wired = Annotated[Serving, Depends(_wired)]
Service = Annotated[Grading, Depends(_grading)]
Who = Annotated[Principal, Depends(_principal)]
