"""The application that a server runs: `uvicorn --factory grader.asgi:create_app`."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, TypeAlias

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool

from grader.api import build_app
from grader.bootstrap import Serving, serving
from grader.settings import Settings
from grader.web import ROUTERS
from grader.workshop import background

Lifespan: TypeAlias = Callable[[Any], AbstractAsyncContextManager[Any]]


def create_app(settings: Settings | None = None) -> FastAPI:
    """Return the application, its rubrics compiled and its database open until it is shut down."""
    services = serving(settings)
    services.grading.warm()
    app = build_app(services, ROUTERS, engine=background(services, settings))
    app.router.lifespan_context = _closing(app.router.lifespan_context, services)
    return app


def _closing(lifespan: Lifespan, services: Serving) -> Lifespan:
    """The application's life, after which its database is closed: it was opened here."""

    @asynccontextmanager
    async def life(app: Any) -> AsyncIterator[Any]:
        async with lifespan(app) as state:
            yield state
        await run_in_threadpool(services.close)

    return life
