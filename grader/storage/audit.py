"""The audit in the database: each tenant's chain of entries."""

import json
from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from grader.grading import START, AuditEntry, AuditFault, AuditHead, AuditRow, chained

from .audit_check import check
from .instants import to_instant, to_text
from .locking import locked_row
from .tables import audit, audit_heads


class SqlAudit:
    """Who did what."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def append(self, tenant: str, entry: AuditEntry) -> AuditRow:
        """Add an entry at the end of the tenant's chain."""
        head = locked_row(self._connection, audit_heads, {"tenant": tenant}, {"number": 0, "hash": START})
        number, previous = head.number + 1, head.hash
        texts = to_text(entry.made), entry.actor, entry.action, entry.subject, json.dumps(entry.detail, sort_keys=True)
        name = chained(tenant, number, texts, previous)
        names = ("made", "actor", "action", "subject", "detail")
        row = {"tenant": tenant, "number": number, "previous": previous, "hash": name}
        self._connection.execute(insert(audit), row | dict(zip(names, texts, strict=True)))
        self._connection.execute(
            update(audit_heads).where(audit_heads.c.tenant == tenant).values(number=number, hash=name)
        )
        return AuditRow(**entry.model_dump(), number=number, previous=previous, hash=name)

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


def _row(row: Row[Any]) -> AuditRow:
    values = {name: getattr(row, name) for name in ("actor", "action", "subject", "number", "previous", "hash")}
    return AuditRow(**values, made=to_instant(row.made), detail=json.loads(row.detail))
