"""The application: routes, limits and errors put together."""

from fastapi import FastAPI

import grader
from grader.grading import Grading

from .limits import Limits
from .problems import add_problems
from .routes import grades, health, hints, rubrics

DESCRIPTION = "Grades free-text answers against rubrics of key concepts, with evidence for every verdict."


def build_app(grading: Grading) -> FastAPI:
    """Return the application over a grading service."""
    app = FastAPI(title="grader", version=grader.__version__, description=DESCRIPTION, docs_url=None, redoc_url=None)
    app.state.grading = grading
    for router in (grades.router, rubrics.router, hints.router, health.router):
        app.include_router(router)
    add_problems(app)
    app.add_middleware(Limits)
    return app
