"""Open a database with the newest tables."""

from pathlib import Path
from secrets import token_hex

import pytest
from sqlalchemy import create_engine, make_url, text

from grader.errors import SettingsError, StorageBusy, StorageFault, StorageOutdated
from grader.storage import newest, open_database, upgrade
from grader.storage.database import Database
from grader.storage.upgrade import current


def test_an_embedded_database_is_made_and_migrated(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path}/a.db")
    assert database.read(current) == newest()
    database.close()


def test_a_folder_that_is_not_there_is_a_fault_with_a_name(tmp_path: Path) -> None:
    with pytest.raises(StorageFault, match="CANTOPEN"):
        open_database(f"sqlite:///{tmp_path}/nowhere/a.db")


def test_a_wrong_address_is_refused() -> None:
    with pytest.raises(SettingsError):
        open_database("oracle://x")


def test_a_server_that_cannot_be_reached_is_busy() -> None:
    with pytest.raises(StorageBusy):
        open_database("postgresql://nobody@127.0.0.1:1/x")


@pytest.mark.postgresql
def test_the_tables_of_a_server_are_only_checked(postgresql: str) -> None:
    schema = f"s{token_hex(6)}"
    engine = create_engine(make_url(postgresql).set(drivername="postgresql+psycopg"))
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    url = f"{postgresql}?options=-csearch_path%3D{schema}"
    with pytest.raises(StorageOutdated, match="grader db upgrade"):
        open_database(url)
    database = Database(url)
    upgrade(database)
    open_database(url).close()
    database.close()
    engine.dispose()
