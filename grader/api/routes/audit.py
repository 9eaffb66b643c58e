"""GET /v1/audit: who did what."""

from typing import Annotated

from fastapi import APIRouter, Query

from grader.api.dependencies import Who, Wired
from grader.api.guarded_route import GuardedRoute
from grader.api.kept import AuditPage

MOST = 1000
LARGEST = 2**31 - 1
router = APIRouter(prefix="/v1/audit", tags=["audit"], route_class=GuardedRoute)


@router.get("")
def read_audit(
    services: Wired,
    who: Who,
    after: Annotated[int, Query(ge=0, le=LARGEST, description="`next_after` of the page before.")] = 0,
    limit: Annotated[int, Query(ge=1, description="At most so many; never more than 1,000.")] = 50,
) -> AuditPage:
    """Return the tenant's audit, the oldest entry first. `grader audit verify` checks the chain of hashes."""
    most = min(limit, MOST)
    found = services.kept.store.read(lambda unit: unit.audit.page(who.tenant, after, most))
    return AuditPage(entries=found, next_after=found[-1].number if len(found) == most else None)
