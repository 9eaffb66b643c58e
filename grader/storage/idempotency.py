"""Requests by the client's key, in the database."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update

from grader.errors import KeyInUse, KeyReused
from grader.grading import KEPT, LEASE, Claim, Done, Keyed, new_id

from .engine import insert_if_new, inserted
from .instants import to_text
from .tables import idempotency

# Made once: a key may come with every request.
_NAMES = ("tenant", "route", "key")
_MINE = [idempotency.c[name] == bindparam(f"its_{name}") for name in _NAMES]
_HELD = [*_MINE, idempotency.c.claim == bindparam("its_claim"), idempotency.c.status.is_(None)]
_FIND = select(idempotency).where(*_MINE).with_for_update()
_TAKE = (
    update(idempotency)
    .where(*_MINE)
    .values(
        {name: bindparam(name) for name in ("fingerprint", "claim", "expires")} | {"status": None, "resource": None}
    )
)
_FINISH = (
    update(idempotency).where(*_HELD).values({name: bindparam(name) for name in ("status", "resource", "expires")})
)
_FREE = delete(idempotency).where(*_HELD)
_PURGE = delete(idempotency).where(idempotency.c.expires <= bindparam("now"))


class SqlIdempotency:
    """Requests by tenant, route and key."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def claim(self, keyed: Keyed) -> Claim | Done:
        """Return a claim on a key that is new, was abandoned, or has expired; else what came of the request.

        Raises KeyInUse while it runs, KeyReused if the fingerprint is another.
        """
        claim = Claim(keyed.tenant, keyed.route, keyed.key, new_id("clm"), keyed.now)
        fresh = {"fingerprint": keyed.fingerprint, "claim": claim.id, "expires": to_text(keyed.now + LEASE)}
        if insert_if_new(self._connection, idempotency, {name: getattr(keyed, name) for name in _NAMES} | fresh):
            return claim
        row = self._connection.execute(_FIND, _its(keyed)).first()
        if row is None:  # it was let go of a moment ago
            raise KeyInUse
        if row.expires <= to_text(keyed.now):
            self._connection.execute(_TAKE, _its(keyed) | fresh)
            return claim
        if row.fingerprint != keyed.fingerprint:
            raise KeyReused
        if row.status is None:
            raise KeyInUse
        return Done(row.status, row.resource)

    def complete(self, claim: Claim, done: Done) -> None:
        """Keep what came of a request, in the transaction of its work. Raises KeyInUse if the claim was lost."""
        values = {"status": done.status, "resource": done.resource, "expires": to_text(claim.now + KEPT)}
        if self._connection.execute(_FINISH, _its(claim) | {"its_claim": claim.id} | values).rowcount == 0:
            raise KeyInUse

    def settle(self, requests: Sequence[tuple[Keyed, Done]]) -> list[Done | None]:
        """Keep what comes of requests, in the transaction of their work; what came of it before, if it was done.

        Raises as `claim` does.
        """
        rows = [_settled(keyed, done) for keyed, done in requests]
        fresh = set(inserted(self._connection, idempotency, rows, idempotency.c.claim))
        return [
            None if row["claim"] in fresh else self._settle(*request)
            for row, request in zip(rows, requests, strict=True)
        ]

    def _settle(self, keyed: Keyed, done: Done) -> Done | None:
        """The same of a key that was there."""
        claim = self.claim(keyed)
        if isinstance(claim, Done):
            return claim
        self.complete(claim, done)
        return None

    def abandon(self, claim: Claim) -> None:
        """Let go of a claim whose work was not done."""
        self._connection.execute(_FREE, _its(claim) | {"its_claim": claim.id})

    def purge(self, now: datetime) -> None:
        """Forget the requests of all tenants whose time is over."""
        self._connection.execute(_PURGE, {"now": to_text(now)})


def _settled(keyed: Keyed, done: Done) -> dict[str, Any]:
    names = {name: getattr(keyed, name) for name in (*_NAMES, "fingerprint")}
    made = {"claim": new_id("clm"), "expires": to_text(keyed.now + KEPT)}
    return names | made | {"status": done.status, "resource": done.resource}


def _its(of: Keyed | Claim) -> dict[str, Any]:
    return {f"its_{name}": getattr(of, name) for name in _NAMES}
