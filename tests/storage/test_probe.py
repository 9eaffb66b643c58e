"""Try whether the database takes a write."""

import pytest
from sqlalchemy import func, select

from grader.errors import StorageFault
from grader.storage import Database, probe
from grader.storage.probe import TENANT
from grader.storage.tables import idempotency


def test_a_probe_leaves_nothing_behind(database: Database) -> None:
    probe(database)
    asked = select(func.count()).where(idempotency.c.tenant == TENANT)
    assert database.read(lambda connection: connection.execute(asked).scalar()) == 0


def test_a_database_without_tables_does_not_pass(tmp_path: object) -> None:
    empty = Database(f"sqlite:///{tmp_path}/empty.db")
    with pytest.raises(StorageFault):
        probe(empty)
    empty.close()
