"""Requests by the client's key, in the database."""

from datetime import datetime

from sqlalchemy import Connection, delete, update

from grader.errors import KeyInUse, KeyReused
from grader.grading import KEPT, LEASE, Claim, Done, Keyed, new_id

from .instants import to_text
from .locking import locked_row
from .tables import idempotency


class SqlIdempotency:
    """Requests by tenant, route and key."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def claim(self, keyed: Keyed) -> Claim | Done:
        """Return a claim on a key that is new, was abandoned, or has expired; else what came of the request.

        Raises KeyInUse while it runs, KeyReused if the fingerprint is another.
        """
        claim = Claim(keyed.tenant, keyed.route, keyed.key, new_id("clm"), keyed.now)
        key = {"tenant": keyed.tenant, "route": keyed.route, "key": keyed.key}
        fresh = {"fingerprint": keyed.fingerprint, "claim": claim.id, "expires": to_text(keyed.now + LEASE)}
        row = locked_row(self._connection, idempotency, key, fresh)
        if row.claim == claim.id:
            return claim
        if row.expires <= to_text(keyed.now):
            values = fresh | {"status": None, "resource": None}
            self._connection.execute(update(idempotency).where(idempotency.c.seq == row.seq).values(values))
            return claim
        if row.fingerprint != keyed.fingerprint:
            raise KeyReused
        if row.status is None:
            raise KeyInUse
        return Done(row.status, row.resource)

    def complete(self, claim: Claim, done: Done) -> None:
        """Keep what came of a request, in the transaction of its work. Raises KeyInUse if the claim was lost."""
        values = {"status": done.status, "resource": done.resource, "expires": to_text(claim.now + KEPT)}
        held = idempotency.c.tenant == claim.tenant, idempotency.c.claim == claim.id, idempotency.c.status.is_(None)
        if self._connection.execute(update(idempotency).where(*held).values(values)).rowcount == 0:
            raise KeyInUse

    def abandon(self, claim: Claim) -> None:
        """Let go of a claim whose work was not done."""
        held = idempotency.c.tenant == claim.tenant, idempotency.c.claim == claim.id, idempotency.c.status.is_(None)
        self._connection.execute(delete(idempotency).where(*held))

    def purge(self, now: datetime) -> None:
        """Forget the requests of all tenants whose time is over."""
        self._connection.execute(delete(idempotency).where(idempotency.c.expires <= to_text(now)))
