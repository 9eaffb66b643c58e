"""Migrations: all of them or none."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text

from grader.errors import StorageOutdated
from grader.storage import Database, check, newest, upgrade
from grader.storage.tables import metadata
from grader.storage.upgrade import current


def test_the_migrations_make_the_tables_that_the_program_knows(database: Database) -> None:
    def differences(connection: Connection) -> list[object]:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, metadata))

    assert database.read(differences) == []


def test_upgrading_again_changes_nothing(database: Database) -> None:
    assert upgrade(database) == newest()
    assert database.read(current) == newest()
    check(database)


def test_an_empty_database_is_out_of_date(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/a.db")
    with pytest.raises(StorageOutdated, match="grader db upgrade"):
        check(database)
    database.close()


def test_tables_of_a_newer_program_are_left_alone(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/a.db")
    upgrade(database)
    database.write(lambda connection: connection.execute(text("UPDATE alembic_version SET version_num = 'v9999'")))
    with pytest.raises(StorageOutdated, match="newer"):
        upgrade(database)
    database.close()


def test_a_failed_migration_leaves_no_table(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/a.db")
    database.write(lambda connection: connection.execute(text("CREATE TABLE verdicts (a)")))
    with pytest.raises(Exception, match="storage failed"):
        upgrade(database)
    names = "SELECT name FROM sqlite_master WHERE type = 'table'"
    assert database.read(lambda connection: connection.execute(text(names)).scalars().all()) == ["verdicts"]
    database.close()
