"""Grades that lay in the results of batches become grades like all others."""

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, text

from grader.storage import Database, SqlBatchStore, SqlStore, upgrade
from tests.storage.factories import make_machine

OLD = "2026-01-31T12:00:00.000000Z"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    """A database of the version before, with a batch of three rows: graded, failed, waiting."""
    url = f"sqlite:///{tmp_path}/a.db" if request.param == "sqlite" else request.getfixturevalue("empty_postgresql")
    database = Database(url)
    upgrade(database, "v0002")
    database.write(fill)
    yield database
    database.close()


def fill(connection: Connection) -> None:
    insert(
        connection, "batches", tenant="t", id="bat_1", state="running", judge="never", made=OLD, made_by="me",
        changed=OLD, expires=OLD, spool="s", digest="d", total=3,
    )  # fmt: skip
    for number, document in enumerate(['{"candidate": 7, "answer": "a queue"}', "not json", '{"answer": "b"}']):
        insert(connection, "batch_rows", tenant="t", batch="bat_1", number=number, document=document)
    graded = {"outcome": "graded", "grade": make_machine("grd_1", candidate="7").model_dump_json(), "error": None}
    failed = {"outcome": "failed", "grade": None, "error": "why"}
    for number, found in enumerate((graded, failed)):
        same = {"tenant": "t", "batch": "bat_1", "number": number, "swing": 0.0, "audit": False}
        insert(connection, "batch_results", **same, **found)


def insert(connection: Connection, table: str, **values: object) -> None:
    names = ", ".join(values)
    places = ", ".join(f":{name}" for name in values)
    connection.execute(text(f"INSERT INTO {table} ({names}) VALUES ({places})"), values)


def test_nothing_that_was_kept_is_lost(old: Database) -> None:
    upgrade(old)
    store, batches = SqlStore(old), SqlBatchStore(old)
    rows = batches.read(lambda unit: unit.rows.page("bat_1", -1, 9))
    assert [(row.grade_id, row.error, row.outcome) for row in rows] == [
        ("grd_1", None, "graded"), (None, "why", "failed"), (None, None, None)
    ]  # fmt: skip
    found = store.read(lambda unit: unit.grades.get("t", "grd_1"))
    assert found.machine == make_machine("grd_1", candidate="7")
    assert (found.answer, found.made.isoformat(), found.latest.made_by) == (
        "a queue",
        "2026-01-31T12:00:00+00:00",
        "me",
    )
    assert json.loads(rows[0].document)["candidate"] == 7


def test_a_candidate_of_before_can_be_erased(old: Database) -> None:
    upgrade(old)
    store = SqlStore(old)

    def named(connection: Connection) -> list[str | None]:
        return list(connection.execute(text("SELECT candidate FROM batch_rows ORDER BY number")).scalars())

    assert old.read(named) == ["7", None, None]
    store.write(lambda unit: unit.changes.erase("t", ("grd_1",)))
    assert old.read(named) == [None, None, None]
