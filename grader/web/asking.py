"""What pages ask of the services, and who asks."""

from typing import Annotated

from fastapi import Depends, Request

from grader.access import Principal
from grader.bootstrap import Serving
from grader.grading import Grading


def services_of(request: Request) -> Serving:
    """Return what the service uses."""
    services: Serving = request.app.state.services
    return services


def _grading(request: Request) -> Grading:
    return services_of(request).kept.shelves.grading(request.state.principal.tenant)


Rubrics = Annotated[Grading, Depends(_grading)]
"""Grading over the rubrics of the reader's tenant."""


def _who(request: Request) -> Principal:
    found: Principal = request.state.principal
    return found


Wired = Annotated[Serving, Depends(services_of)]
"""All services."""
Who = Annotated[Principal, Depends(_who)]
"""Who reads the page."""


def questions_of(grading: Grading) -> dict[str, str]:
    """Return what each rubric asks, by the rubric's id."""
    return {each.id: each.question for each in grading.listing()}
