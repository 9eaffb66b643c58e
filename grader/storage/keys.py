"""Keys of the API in the database."""

import json
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, exists, insert, select, update

from grader.access import NOTE_EVERY, SCOPES, ApiKey
from grader.errors import UnknownKey
from grader.grading import AuditEntry

from .audit import SqlAudit
from .database import Database
from .instants import to_instant, to_text
from .tables import api_keys


class SqlKeys:
    """Keys, in a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, key: ApiKey) -> None:
        """Keep a new key."""
        dates = {name: _text(getattr(key, name)) for name in ("made", "expires", "revoked")}
        dates["used"] = _text(key.last_used)
        names = {name: getattr(key, name) for name in ("id", "tenant", "name", "digest", "candidate")}
        self._connection.execute(insert(api_keys), names | dates | {"scopes": json.dumps(sorted(key.scopes))})

    def find(self, key_id: str) -> ApiKey | None:
        """Return the key with an id, of any tenant, a revoked one too."""
        row = self._connection.execute(select(api_keys).where(api_keys.c.id == key_id)).first()
        return _key(row) if row else None

    def any(self) -> bool:
        """Return whether a key was ever made, by any tenant."""
        return bool(self._connection.execute(select(exists(select(api_keys.c.id)))).scalar())

    def of(self, tenant: str) -> tuple[ApiKey, ...]:
        """Return all keys of a tenant, the oldest first."""
        asked = select(api_keys).where(api_keys.c.tenant == tenant).order_by(api_keys.c.seq)
        return tuple(map(_key, self._connection.execute(asked)))

    def revoke(self, tenant: str, key_id: str, now: datetime) -> ApiKey:
        """Make a key open nothing from now on; revoking it again changes nothing. Raises UnknownKey."""
        mine = (api_keys.c.tenant == tenant, api_keys.c.id == key_id)
        self._connection.execute(
            update(api_keys).where(*mine, api_keys.c.revoked.is_(None)).values(revoked=to_text(now))
        )
        row = self._connection.execute(select(api_keys).where(*mine)).first()
        if row is None:
            raise UnknownKey
        return _key(row)

    def note_use(self, key_id: str, now: datetime) -> None:
        """Note that a key was used, unless that was noted within the last minute, here or elsewhere."""
        before = to_text(now - NOTE_EVERY)
        due = api_keys.c.used.is_(None) | (api_keys.c.used <= before)
        self._connection.execute(update(api_keys).where(api_keys.c.id == key_id, due).values(used=to_text(now)))


class KeptKeys:
    """Keys as they are in a database at the moment."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, key_id: str) -> ApiKey | None:
        """Return the key with an id, a revoked one too."""
        return self._database.read(lambda connection: SqlKeys(connection).find(key_id))

    def any(self) -> bool:
        """Return whether a key was ever made, by any tenant."""
        return self._database.read(lambda connection: SqlKeys(connection).any())

    def of(self, tenant: str) -> tuple[ApiKey, ...]:
        """Return all keys of a tenant, the oldest first."""
        return self._database.read(lambda connection: SqlKeys(connection).of(tenant))

    def add(self, key: ApiKey, actor: str) -> None:
        """Keep a new key."""
        self._database.write(lambda connection: _add(connection, key, actor))

    def revoke(self, tenant: str, key_id: str, actor: str, now: datetime) -> ApiKey:
        """Make a key open nothing from now on. Raises UnknownKey."""
        return self._database.write(lambda connection: _revoke(connection, tenant, key_id, actor, now))

    def note_use(self, key_id: str, now: datetime) -> None:
        """Have it noted that a key was used; nobody waits for that, and where it cannot be, nothing happens."""
        self._database.write_aside(lambda connection: SqlKeys(connection).note_use(key_id, now))


def _add(connection: Connection, key: ApiKey, actor: str) -> None:
    SqlKeys(connection).add(key)
    SqlAudit(connection).append(key.tenant, AuditEntry(made=key.made, actor=actor, action="key.add", subject=key.id))


def _revoke(connection: Connection, tenant: str, key_id: str, actor: str, now: datetime) -> ApiKey:
    revoked = SqlKeys(connection).revoke(tenant, key_id, now)
    SqlAudit(connection).append(tenant, AuditEntry(made=now, actor=actor, action="key.revoke", subject=key_id))
    return revoked


def _key(row: Row[Any]) -> ApiKey:
    return ApiKey(
        id=row.id,
        tenant=row.tenant,
        name=row.name,
        digest=row.digest,
        scopes=SCOPES.intersection(json.loads(row.scopes)),
        made=to_instant(row.made),
        candidate=row.candidate,
        expires=to_instant(row.expires) if row.expires else None,
        revoked=to_instant(row.revoked) if row.revoked else None,
        last_used=to_instant(row.used) if row.used else None,
    )


def _text(instant: datetime | None) -> str | None:
    return None if instant is None else to_text(instant)
