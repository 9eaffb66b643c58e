"""What pages ask of the services: the rubrics of who reads them, and a grade that is shown and not kept."""

from typing import Annotated

from fastapi import Depends, Request

from grader.bootstrap import Serving
from grader.grading import Grading


def _grading(request: Request) -> Grading:
    services: Serving = request.app.state.services
    return services.kept.shelves.grading(request.state.principal.tenant)


Rubrics = Annotated[Grading, Depends(_grading)]
"""Grading over the rubrics of the reader's tenant."""
