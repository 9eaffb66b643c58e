"""What makes a repeated request do its work once: the client's key, and what came of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

LEASE = timedelta(seconds=60)
KEPT = timedelta(hours=48)


@dataclass(frozen=True, slots=True)
class Keyed:
    """A request with a key. `route` is the method and the path's template; `fingerprint` is of all that was sent."""

    tenant: str
    route: str
    key: str
    fingerprint: str
    now: datetime


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to do the work of a key until its lease of 60 seconds ends; `id` is random."""

    tenant: str
    route: str
    key: str
    id: str
    now: datetime


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a request: the status of the reply and the id of what it shows. The reply is built anew."""

    status: int
    resource: str
