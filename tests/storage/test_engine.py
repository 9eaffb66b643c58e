"""What differs between SQLite and PostgreSQL."""

import sqlite3
from functools import partial
from pathlib import Path

import pytest
from psycopg import errors as pg
from sqlalchemy import Connection, Executable, text
from sqlalchemy.exc import DBAPIError

from grader.errors import SettingsError, StorageBusy, StorageFault, StorageFull
from grader.storage import Database
from grader.storage.engine import is_embedded, make_engine, translated
from grader.storage.tables import audit


def execute(statement: Executable, connection: Connection) -> None:
    connection.execute(statement)


def sqlite_error(name: str) -> sqlite3.Error:
    error = sqlite3.OperationalError("xyzzy")
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("cause", "kind"),
    [
        (sqlite_error("SQLITE_BUSY_SNAPSHOT"), StorageBusy),
        (sqlite_error("SQLITE_FULL"), StorageFull),
        (sqlite_error("SQLITE_IOERR_WRITE"), StorageFault),
        (pg.AdminShutdown("xyzzy"), StorageBusy),
        (pg.OperationalError("xyzzy"), StorageBusy),
        (pg.DataError("xyzzy"), StorageFault),
        (pg.DiskFull("xyzzy"), StorageFull),
        (pg.NotNullViolation("xyzzy"), StorageFault),
    ],
)
def test_a_drivers_fault_becomes_ours_without_its_words(cause: Exception, kind: type[StorageFault]) -> None:
    with pytest.raises(StorageFault) as caught, translated():
        raise DBAPIError("SELECT xyzzy", {"xyzzy": 1}, cause)
    assert type(caught.value) is kind
    assert "xyzzy" not in str(caught.value)
    assert caught.value.__suppress_context__


@pytest.mark.parametrize("url", ["", "mysql://a/b", "sqlite+nothing:///x", "postgresql://a:b/c"])
def test_an_address_that_cannot_be_used_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(SettingsError, match="GRADER_DATABASE_URL") as caught:
        make_engine(url)
    assert not url or url not in str(caught.value)


def test_a_reading_engine_of_sqlite_cannot_write(tmp_path: Path) -> None:
    engine = make_engine(f"sqlite:///{tmp_path}/a.db", writes=False)
    assert is_embedded(engine)
    with engine.connect() as connection, pytest.raises(DBAPIError, match="readonly"):
        connection.execute(text("CREATE TABLE t (a)"))
    engine.dispose()


def test_sqlite_commits_to_the_disk_and_zeroes_what_is_deleted(tmp_path: Path) -> None:
    engine = make_engine(f"sqlite:///{tmp_path}/a.db")
    with engine.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys")
        }
    assert found == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "foreign_keys": 1}
    engine.dispose()


def test_the_audit_cannot_be_changed_or_deleted(database: Database, tenant: str) -> None:
    row = {column.name: tenant for column in audit.columns if column.name != "seq"} | {"number": 1, "made": ""}
    database.write(lambda connection: connection.execute(audit.insert().values(row)))
    for statement in (audit.update().values(actor="x"), audit.delete()):
        with pytest.raises(StorageFault):
            database.write(partial(execute, statement))
    stored = audit.select().where(audit.c.tenant == tenant)
    assert database.read(lambda connection: connection.execute(stored).one()).actor == tenant
