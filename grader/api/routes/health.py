"""GET /livez, /readyz and /metrics: how the service is."""

from collections.abc import Sequence

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool

from grader.api.dependencies import Wired
from grader.api.guarded_route import GuardedRoute
from grader.api.problems import NOT_READY, problem
from grader.api.schemas import Health, Readiness
from grader.telemetry import CONTENT_TYPE, Finding, examine

router = APIRouter(tags=["health"], route_class=GuardedRoute)


@router.get("/livez")
async def live() -> Health:
    """Return that the process answers."""
    return Health(status="ok")


@router.get("/readyz", response_model=Readiness)
async def ready(request: Request, services: Wired) -> Response | Readiness:
    """Return whether requests can be served: `degraded` if only batches stand still; else a problem.

    The failing checks are named to who may read the metrics.
    """
    findings = await run_in_threadpool(examine, services.checks)
    who = request.state.principal
    failing = _faults(findings) if who and who.may("read_metrics") else {}
    if any(found.fault for found in findings if found.vital):
        return problem(request, NOT_READY, **({"failing": failing} if failing else {}))
    degraded = any(found.fault for found in findings)
    return Readiness(status="degraded" if degraded else "ok", failing=failing)


@router.get("/metrics", response_class=Response, responses={200: {"content": {"text/plain": {}}}})
def read_metrics(services: Wired) -> Response:
    """Return the figures in Prometheus' text format."""
    return Response(services.metrics.text(), media_type=CONTENT_TYPE)


def _faults(findings: Sequence[Finding]) -> dict[str, str]:
    return {found.name: found.fault for found in findings if found.fault}
