"""What routes ask for, as named types."""

from typing import Annotated

from fastapi import Depends, Request

from grader.grading import Grading


def _grading(request: Request) -> Grading:
    service: Grading = request.app.state.grading
    return service


Service = Annotated[Grading, Depends(_grading)]
