"""The application: routes, limits and errors put together."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from fastapi import APIRouter, FastAPI
from fastapi.telemetry import TelemetryConfig
from starlette.concurrency import run_in_threadpool

import grader
from grader.access import HOME
from grader.batches import Engine
from grader.bootstrap import Serving

from .application import Application
from .docs import add_docs
from .handlers import add_handlers
from .middleware.authentication import Authentication
from .middleware.body_limit import BodyLimit
from .middleware.observation import QUIET
from .middleware.rate_limit import RateLimit
from .routes import (
    assessments,
    audit,
    batches,
    candidates,
    claims,
    exports,
    grades,
    health,
    hints,
    keys,
    reviews,
    rubrics,
    scorecards,
    versions,
    webhooks,
)
from .schemas import ProblemBody

DESCRIPTION = "Grades free-text answers against rubrics of key concepts, with evidence for every verdict."
ROUTERS = tuple(
    found.router
    for found in (
        *(grades, reviews, claims, scorecards, candidates, assessments, rubrics, versions, hints),
        *(batches, webhooks, exports, keys, audit, health),
    )
)


def build_app(services: Serving, routers: Iterable[APIRouter] = (), *, engine: Engine | None = None) -> FastAPI:
    """Return the application over the services; `routers` add to its own, which see `request.app.state.services`.

    `engine` works on batches for as long as the application runs. Whoever opened the services closes them.
    """

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        if engine is not None:
            engine.start()
        yield
        if engine is not None:
            await run_in_threadpool(engine.stop)
        judging = services.judges(HOME)
        if judging is not None:
            await judging.aclose()
        if services.tracing is not None:  # a signal may end the process before the services are closed
            await run_in_threadpool(services.tracing.close)

    app = Application(
        lifespan=lifespan,
        title="grader",
        version=grader.__version__,
        description=DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        generate_unique_id_function=lambda route: route.name,
        responses={"default": {"model": ProblemBody, "description": "A problem"}},
        telemetry=_telemetry(services),
    )
    app.state.services = services
    for router in (*ROUTERS, *routers):
        app.include_router(router)
    add_handlers(app)
    add_docs(app)
    _add_limits(app, services)
    return app


def _telemetry(services: Serving) -> TelemetryConfig:
    """What the framework may tell: one span a request, if it is asked for. Its logs would hold texts of errors."""
    tracing = services.tracing
    return {
        "tracing": tracing is not None,
        "tracer_provider": tracing.provider if tracing else None,
        "metrics": False,
        "logs": False,
        "operation_spans": False,
        "auto_configure": False,
        "exclude": lambda scope: scope["path"] in QUIET,
    }


def _add_limits(app: FastAPI, services: Serving) -> None:
    """Put the limits around the routes; what is added last is outermost."""
    app.add_middleware(BodyLimit)
    app.add_middleware(RateLimit, metrics=services.metrics, keyed=services.rates[0], keyless=services.rates[1])
    app.add_middleware(Authentication, doorkeeper=services.doorkeeper)
