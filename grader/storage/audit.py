"""The audit in the database: each tenant's chain of entries."""

import json
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from grader.grading import START, AuditEntry, AuditFault, AuditHead, AuditRow, chained

from .audit_check import check
from .instants import to_instant, to_text
from .locking import locked_row
from .tables import audit, audit_heads

# Made once: every change of anything goes through them.
_MINE = audit_heads.c.tenant == bindparam("of")
_HEAD = select(audit_heads.c.number, audit_heads.c.hash).where(_MINE).with_for_update()
_MOVE = update(audit_heads).where(_MINE).values(number=bindparam("to"), hash=bindparam("its"))
_ADD = insert(audit)
_TEXTS = ("made", "actor", "action", "subject", "detail")


class SqlAudit:
    """Who did what."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def append(self, tenant: str, entry: AuditEntry) -> AuditRow:
        """Add an entry at the end of the tenant's chain."""
        (row,) = self._append(tenant, (entry,))
        return AuditRow(**entry.model_dump(), number=row["number"], previous=row["previous"], hash=row["hash"])

    def append_all(self, tenant: str, entries: Sequence[AuditEntry]) -> None:
        """Add entries at the end of the tenant's chain, in order."""
        if entries:
            self._append(tenant, entries)

    def _append(self, tenant: str, entries: Sequence[AuditEntry]) -> list[dict[str, Any]]:
        last, name = self._head(tenant)
        rows = []
        for number, entry in enumerate(entries, last + 1):
            rows.append(_chained(tenant, number, entry, name))
            name = rows[-1]["hash"]
        self._connection.execute(_ADD, rows)
        self._connection.execute(_MOVE, {"of": tenant, "to": rows[-1]["number"], "its": name})
        return rows

    def _head(self, tenant: str) -> tuple[int, str]:
        """Where the tenant's chain ends; nobody else adds to it until this commits."""
        known = self._connection.execute(_HEAD, {"of": tenant}).first()
        row = known or locked_row(self._connection, audit_heads, {"tenant": tenant}, {"number": 0, "hash": START})
        return row.number, row.hash

    def page(self, tenant: str, after: int, limit: int) -> tuple[AuditRow, ...]:
        """Return at most `limit` entries, the oldest first, beginning after a number."""
        asked = select(audit).where(audit.c.tenant == tenant, audit.c.number > after)
        return tuple(map(_row, self._connection.execute(asked.order_by(audit.c.number).limit(limit))))

    def check(self, noted: Collection[str] = ()) -> Iterator[AuditFault]:
        """Yield every place where a chain of any tenant does not hold; hashes `noted` before must still be there."""
        return check(self._connection, noted)

    def heads(self) -> tuple[AuditHead, ...]:
        """Return where each tenant's chain ends."""
        rows = self._connection.execute(select(audit_heads).order_by(audit_heads.c.tenant))
        return tuple(AuditHead(tenant=row.tenant, number=row.number, hash=row.hash) for row in rows)


def _chained(tenant: str, number: int, entry: AuditEntry, previous: str) -> dict[str, Any]:
    texts = to_text(entry.made), entry.actor, entry.action, entry.subject, json.dumps(entry.detail, sort_keys=True)
    place = {"tenant": tenant, "number": number, "previous": previous}
    return place | dict(zip(_TEXTS, texts, strict=True)) | {"hash": chained(tenant, number, texts, previous)}


def _row(row: Row[Any]) -> AuditRow:
    values = {name: getattr(row, name) for name in ("actor", "action", "subject", "number", "previous", "hash")}
    return AuditRow(**values, made=to_instant(row.made), detail=json.loads(row.detail))
