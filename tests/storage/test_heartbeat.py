"""Batches that nobody works on are noticed, on both databases."""

from collections.abc import Iterator
from pathlib import Path
from secrets import token_hex

import pytest

from grader.errors import GraderError
from grader.storage import Database, SqlBatchStore, heartbeat, open_database, upgrade

from .batching import kept_batch


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def alone(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database in which no other test's workers live: SQLite's own file, PostgreSQL's own schema."""
    if request.param == "sqlite":
        opened = open_database(f"sqlite:///{tmp_path}/grader.db")
    else:
        schema, url = f"s_{token_hex(6)}", request.getfixturevalue("postgresql")
        made = Database(url)
        made.write(lambda connection: connection.exec_driver_sql(f"CREATE SCHEMA {schema}"))
        made.close()
        opened = Database(f"{url}?options=-csearch_path%3D{schema}")
        upgrade(opened)
    yield opened
    opened.close()


def join(database: Database) -> str:
    name = f"w-{token_hex(4)}"
    SqlBatchStore(database).write(lambda unit: unit.workers.join(name))
    return name


def test_without_batches_nobody_need_be_there(alone: Database) -> None:
    heartbeat(alone, 0, 0)


@pytest.mark.parametrize("state", ["completed", "cancelled", "validating"])
def test_a_batch_that_no_worker_is_for_needs_none(alone: Database, tenant: str, state: str) -> None:
    kept_batch(alone, tenant, state=state)
    heartbeat(alone, 0, 0)


def test_a_batch_that_waits_needs_a_worker(alone: Database, tenant: str) -> None:
    kept_batch(alone, tenant, state="queued")
    heartbeat(alone, waited=60)
    with pytest.raises(GraderError, match="no worker"):
        heartbeat(alone, waited=0)


def test_a_worker_that_left_or_is_silent_does_not_count(alone: Database, tenant: str) -> None:
    kept_batch(alone, tenant, state="running")
    name = join(alone)
    heartbeat(alone, 60, 0)
    with pytest.raises(GraderError):
        heartbeat(alone, 0, 0)
    SqlBatchStore(alone).write(lambda unit: unit.workers.leave(name))
    with pytest.raises(GraderError):
        heartbeat(alone, 60, 0)
