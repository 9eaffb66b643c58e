"""A database: reads apart, writes one after the other."""

import asyncio

import pytest
from sqlalchemy import Connection, func, select

from grader.errors import StorageFault, UnknownGrade
from grader.storage import Database
from grader.storage.tables import audit_heads
from tests.storage.holding import held

ROWS = select(func.count()).select_from(audit_heads)


def insert(connection: Connection, tenant: str) -> None:
    connection.execute(audit_heads.insert().values(tenant=tenant, number=1, hash="h"))


def count(connection: Connection, tenant: str) -> int:
    return connection.execute(ROWS.where(audit_heads.c.tenant == tenant)).scalar_one()


def test_what_was_written_is_read(database: Database, tenant: str) -> None:
    database.write(lambda connection: insert(connection, tenant))
    assert database.read(lambda connection: count(connection, tenant)) == 1
    assert database.alive()


def test_an_event_loop_goes_on_while_it_is_written(database: Database, tenant: str) -> None:
    asyncio.run(database.write_soon(lambda connection: insert(connection, tenant)))
    assert database.read(lambda connection: count(connection, tenant)) == 1


def test_what_is_written_aside_is_written_and_its_fault_is_nobodys(database: Database, tenant: str) -> None:
    def refuse(_: Connection) -> None:
        raise StorageFault

    database.write_aside(refuse)
    database.write_aside(lambda connection: insert(connection, tenant))
    database.write(lambda _: None)
    assert database.read(lambda connection: count(connection, tenant)) == 1


def test_an_error_leaves_nothing_behind(database: Database, tenant: str) -> None:
    def work(connection: Connection) -> None:
        insert(connection, tenant)
        raise UnknownGrade

    with pytest.raises(UnknownGrade):
        database.write(work)
    assert database.read(lambda connection: count(connection, tenant)) == 0


def test_a_reader_sees_one_state_while_others_write(database: Database, tenant: str) -> None:
    def work(connection: Connection) -> tuple[int, int]:
        before = count(connection, tenant)
        database.write(lambda other: insert(other, tenant))
        return before, count(connection, tenant)

    assert database.read(work) == (0, 0)


def test_reading_does_not_wait_for_a_writer(database: Database, tenant: str) -> None:
    with held(database.write):
        assert database.read(lambda connection: count(connection, tenant)) == 0
