"""The application: routes, limits and errors put together."""

from fastapi import FastAPI

import grader
from grader.grading import Grading

from .application import Application
from .handlers import add_handlers
from .middleware.body_limit import BodyLimit
from .routes import grades, health, hints, rubrics
from .schemas import ProblemBody

DESCRIPTION = "Grades free-text answers against rubrics of key concepts, with evidence for every verdict."


def build_app(grading: Grading) -> FastAPI:
    """Return the application over a grading service."""
    app = Application(
        title="grader",
        version=grader.__version__,
        description=DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        responses={"default": {"model": ProblemBody, "description": "A problem"}},
        telemetry={
            "tracing": False,
            "metrics": False,
            "logs": False,
            "operation_spans": False,
            "auto_configure": False,
        },
    )
    app.state.grading = grading
    for router in (grades.router, rubrics.router, hints.router, health.router):
        app.include_router(router)
    add_handlers(app)
    app.add_middleware(BodyLimit)
    return app
