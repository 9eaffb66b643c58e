"""Batches in the database: what was ordered, and the states they go through."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from grader.batches import MOVES, Batch, Order, State
from grader.errors import UnknownBatch

from .batch_tables import batch_tries, batches, judge_calls
from .instants import to_instant, to_text
from .tables import judge_cache

_MINE = batches.c.erased.is_(False)


class SqlBatches:
    """Batches by tenant and id, and those of all tenants by state."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, batch: Batch) -> None:
        """Keep a new batch."""
        plain = ("id", "tenant", "state", "made_by", "spool", "digest", "total", "fault")
        values = {name: getattr(batch, name) for name in plain}
        times = {name: to_text(getattr(batch, name)) for name in ("made", "changed", "expires")}
        order = {name: getattr(batch.order, name) for name in ("rubric", "judge", "budget", "name")}
        self._connection.execute(insert(batches), values | times | order)

    def get(self, tenant: str, batch_id: str) -> Batch:
        """Return a batch. Raises UnknownBatch, for another tenant's too."""
        asked = select(batches).where(_MINE, batches.c.tenant == tenant, batches.c.id == batch_id)
        row = self._connection.execute(asked).first()
        if row is None:
            raise UnknownBatch
        return _batch(row)

    def page(self, tenant: str, before: str | None, limit: int) -> tuple[Batch, ...]:
        """Return at most `limit` batches, the newest first, beginning after a batch."""
        asked = select(batches).where(_MINE, batches.c.tenant == tenant).order_by(batches.c.seq.desc()).limit(limit)
        if before is not None:
            place = select(batches.c.seq).where(batches.c.tenant == tenant, batches.c.id == before).scalar_subquery()
            asked = asked.where(batches.c.seq < place)
        return tuple(map(_batch, self._connection.execute(asked)))

    def find(self, batch_id: str) -> Batch | None:
        """Return a batch of any tenant; whoever writes next waits until this transaction ends."""
        row = self._connection.execute(select(batches).where(_MINE, batches.c.id == batch_id)).first()
        return _batch(row) if row else None

    def of(self, states: Iterable[State]) -> tuple[Batch, ...]:
        """Return the batches in some states, the oldest first."""
        asked = select(batches).where(_MINE, batches.c.state.in_(tuple(states))).order_by(batches.c.seq)
        return tuple(map(_batch, self._connection.execute(asked)))

    def move(self, batch_id: str, after: State, now: datetime, fault: str | None = None) -> bool:
        """Bring a batch into a state, if its own allows that; return whether it changed."""
        before = tuple(state for state, moves in MOVES.items() if after in moves)
        values = {"state": after, "changed": to_text(now), "fault": fault}
        move = update(batches).where(_MINE, batches.c.id == batch_id, batches.c.state.in_(before)).values(values)
        return self._connection.execute(move).rowcount > 0

    def hide(self, batch_id: str, now: datetime) -> None:
        """Take a batch out of everyone's sight, and let nothing more be kept of it."""
        gone = update(batches).where(batches.c.id == batch_id).values(erased=True, state="failed", changed=to_text(now))
        self._connection.execute(gone)

    def hidden(self) -> tuple[Batch, ...]:
        """Return the batches that are hidden: they wait for being erased."""
        return tuple(map(_batch, self._connection.execute(select(batches).where(batches.c.erased))))

    def erase(self, batch_id: str) -> None:
        """Delete a batch that has no rows any more, and what judges said of them."""
        theirs = select(batches.c.tenant).where(batches.c.id == batch_id)
        self._connection.execute(delete(judge_cache).where(judge_cache.c.tenant.in_(theirs)))
        for table in (batch_tries, judge_calls):
            self._connection.execute(delete(table).where(table.c.batch == batch_id))
        self._connection.execute(delete(batches).where(batches.c.id == batch_id))


def _batch(row: Row[Any]) -> Batch:
    return Batch(
        id=row.id,
        tenant=row.tenant,
        state=row.state,
        order=Order(row.rubric, row.judge, row.budget, row.name),
        made=to_instant(row.made),
        made_by=row.made_by,
        changed=to_instant(row.changed),
        expires=to_instant(row.expires),
        spool=row.spool,
        digest=row.digest,
        total=row.total,
        fault=row.fault,
    )
