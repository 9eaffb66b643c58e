"""Try whether the database takes a write: one row is written and taken away again."""

from secrets import token_hex

from sqlalchemy import Connection, delete, insert

from .database import Database
from .tables import idempotency

TENANT = ""


def probe(database: Database) -> None:
    """Write and delete a row of no tenant. Raises StorageFault."""
    key = token_hex(8)

    def work(connection: Connection) -> None:
        row = {"tenant": TENANT, "route": "", "key": key, "fingerprint": "", "claim": "", "expires": ""}
        connection.execute(insert(idempotency), row)
        connection.execute(delete(idempotency).where(idempotency.c.tenant == TENANT))

    database.write(work)
