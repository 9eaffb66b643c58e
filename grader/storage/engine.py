"""What differs between SQLite and PostgreSQL: connections, locks, faults, scrubbing. No other file knows."""

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import (
    URL,
    Column,
    ColumnElement,
    Connection,
    Engine,
    Insert,
    LargeBinary,
    Table,
    cast,
    create_engine,
    event,
    make_url,
    text,
)
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.sql.dml import ReturningInsert

from grader.errors import SettingsError, StorageBusy, StorageFault, StorageFull

T = TypeVar("T")
BUSY_SECONDS = 5
_SQLITE = (
    "foreign_keys = ON",
    "journal_mode = WAL",
    "synchronous = FULL",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "cache_size = -32000",  # KiB
    "wal_autocheckpoint = 4000",  # pages: 16 MiB
)
_SQLITE_FULL = ("SQLITE_FULL", "SQLITE_IOERR_SHMSIZE")
_SQLITE_BUSY = ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_PROTOCOL")
# PostgreSQL's classes of SQLSTATE: connection, transaction to repeat, resources, an operator's hand, its own system.
_PG_FULL = "53100"
_PG_BUSY = ("08", "40", "53", "55", "57", "58")


def make_engine(url: str, *, writes: bool = True) -> Engine:
    """Return an engine; on SQLite one that does not write refuses to. Raises SettingsError for a wrong address."""
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "sqlite":
            return _sqlite(url, writes)
        if parsed.get_backend_name() == "postgresql":
            return _postgresql(parsed.set(drivername="postgresql+psycopg"), writes)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError, ValueError):
        raise SettingsError("GRADER_DATABASE_URL cannot be used: see docs/operate.md for its form.") from None
    raise SettingsError("GRADER_DATABASE_URL names neither sqlite nor postgresql.")


def is_embedded(engine: Engine) -> bool:
    """Return whether the database is a file of ours, with one writer at a time, and not a server."""
    return engine.dialect.name == "sqlite"


@contextmanager
def translated() -> Iterator[None]:
    """Raise StorageBusy, StorageFull or StorageFault for what a driver reports; no statement or value goes along."""
    try:
        yield
    except PoolTimeout:
        raise StorageBusy from None
    except DBAPIError as cause:
        raise _fault(cause.orig) from None


def lock_for_upgrade(connection: Connection) -> None:
    """Let one process at a time change the tables; SQLite's writers exclude each other by themselves."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(7229138201)"))


def insert_if_new(connection: Connection, table: Table, row: dict[str, Any]) -> bool:
    """Insert a row unless one with the same unique values is there; return whether it was new."""
    return connection.execute(_if_new(connection.dialect.name, table), row).first() is not None


@cache
def _if_new(dialect: str, table: Table) -> ReturningInsert[Any]:
    """The statement, made once: its parts cost more than running it."""
    return _unless_there(dialect, table).returning(*table.primary_key)


def insert_all_new(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Insert many rows; where one with the same unique values is there, that stays."""
    if rows:
        connection.execute(_unless_there(connection.dialect.name, table), rows)


def inserted(connection: Connection, table: Table, rows: list[dict[str, Any]], name: Column[T]) -> Sequence[T]:
    """Insert many rows as `insert_all_new` does, and return a column of those that were new."""
    if not rows:
        return ()
    made = _unless_there(connection.dialect.name, table).returning(name)
    return connection.execute(made, rows).scalars().all()


def _unless_there(dialect: str, table: Table) -> Insert:
    build = sqlite_insert if dialect == "sqlite" else postgresql_insert
    return build(table).on_conflict_do_nothing()


def seconds_now(connection: Connection) -> float:
    """Return the database's clock, in seconds since 1970: machines that share one agree on it."""
    if connection.dialect.name == "sqlite":
        return time.time()
    return float(connection.execute(text("SELECT extract(epoch FROM clock_timestamp())")).scalar_one())


def hold_briefly(connection: Connection, seconds: float) -> None:
    """Have a server end this transaction if the process stands still in it: its locks are in the way of others."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SET LOCAL idle_in_transaction_session_timeout = {int(seconds * 1000)}"))


def as_stored(connection: Connection, column: Column[Any]) -> ColumnElement[Any]:
    """Return a column as it lies in the database: in SQLite bytes, which need not be text any more."""
    return cast(column, LargeBinary) if connection.dialect.name == "sqlite" else column


def append_only(dialect: str, table: str) -> tuple[str, ...]:
    """Return the statements that make a table refuse changes and deletions."""
    if dialect == "sqlite":
        return tuple(
            f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            for verb in ("UPDATE", "DELETE")
        )
    return (
        f"CREATE FUNCTION {table}_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{table} is append-only'; END $$",
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        f"EXECUTE FUNCTION {table}_append_only()",
    )


def scrub(engine: Engine) -> None:
    """Leave no byte of deleted rows in SQLite's files: rewrite them, empty the log. PostgreSQL vacuums by itself.

    Zeroing on deletion alone is not enough: moving rows between pages leaves copies in the space between.
    """
    if not is_embedded(engine):
        return
    with _raw(engine) as raw:
        raw.execute("VACUUM")
        busy, *_ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise StorageBusy("The data is deleted, but a reader keeps the log from being emptied. Erase again.")


def copy_to(engine: Engine, path: Path) -> None:
    """Write a compact copy of one state of an SQLite database to an empty file."""
    with _raw(engine) as raw:
        raw.execute("VACUUM INTO ?", (str(path),))


@contextmanager
def _raw(engine: Engine) -> Iterator[Any]:
    """A driver's own connection, outside any transaction."""
    with translated(), engine.connect() as connection:
        try:
            yield connection.connection.dbapi_connection
        except sqlite3.Error as cause:
            raise _fault(cause) from None


def _sqlite(url: str, writes: bool) -> Engine:
    engine = create_engine(
        url,
        hide_parameters=True,
        connect_args={"timeout": BUSY_SECONDS, "isolation_level": None},
        pool_timeout=BUSY_SECONDS,
    )
    event.listen(engine, "connect", lambda raw, _: _prepare(raw, writes))
    begin = "BEGIN IMMEDIATE" if writes else "BEGIN"
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def _prepare(raw: Any, writes: bool) -> None:
    for pragma in (*_SQLITE, f"query_only = {'OFF' if writes else 'ON'}"):
        raw.execute(f"PRAGMA {pragma}")


def _postgresql(url: URL, writes: bool) -> Engine:
    level = {} if writes else {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    given = url.query.get("options", "")
    timeouts = (
        f"{given} -c lock_timeout={BUSY_SECONDS}s -c statement_timeout=60s -c idle_in_transaction_session_timeout=60s"
    )
    return create_engine(
        url,
        hide_parameters=True,
        pool_pre_ping=True,
        pool_size=10,
        max_overflow=10,
        pool_timeout=BUSY_SECONDS,
        connect_args={"connect_timeout": BUSY_SECONDS, "options": timeouts},
        execution_options=level,
    )


def _fault(error: BaseException | None) -> StorageFault:
    """A driver's message may hold values of a row: only its code goes along."""
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorname", "SQLITE_ERROR")
        full, busy = code.startswith(_SQLITE_FULL), code.startswith(_SQLITE_BUSY)
    else:
        refused = type(error).__name__ == "DataError"  # a value that the driver itself refuses: no server said so
        code = getattr(error, "sqlstate", None) or ("22000" if refused else "08000")
        full, busy = code == _PG_FULL, code.startswith(_PG_BUSY)
    return StorageFull() if full else StorageBusy() if busy else StorageFault(f"The storage failed ({code}).")
