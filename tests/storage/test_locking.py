"""One row that is there for sure."""

from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import Connection, update

from grader.storage import Database
from grader.storage.locking import locked_row
from grader.storage.tables import audit_heads


def test_nobody_else_changes_the_row_meanwhile(database: Database, tenant: str) -> None:
    def count_up(connection: Connection) -> int:
        row = locked_row(connection, audit_heads, {"tenant": tenant}, {"number": 0, "hash": ""})
        changed = update(audit_heads).where(audit_heads.c.tenant == tenant).values(number=row.number + 1)
        connection.execute(changed)
        return int(row.number)

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(lambda _: database.write(count_up), range(40))) == list(range(40))
