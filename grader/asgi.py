"""The application that a server runs: `uvicorn --factory grader.asgi:create_app`."""

from fastapi import FastAPI

from grader.api import build_app
from grader.bootstrap import serving
from grader.settings import Settings
from grader.web import ROUTERS
from grader.workshop import background


def create_app(settings: Settings | None = None) -> FastAPI:
    """Return the application, its rubrics compiled and its database open until it is shut down."""
    services = serving(settings)
    services.grading.warm()
    return build_app(services, ROUTERS, engine=background(services, settings))
