"""The first tables."""

from pathlib import Path

from sqlalchemy import Connection, Table, inspect

from grader.storage import Database, batch_tables, upgrade
from grader.storage.tables import metadata

LATER = {"scorecards", "rulings", *(name for name, found in vars(batch_tables).items() if isinstance(found, Table))}


def test_the_first_migration_makes_every_table_with_a_tenant(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/a.db")
    assert upgrade(database, "v0001") == "v0001"

    def columns(connection: Connection) -> dict[str, set[str]]:
        found = inspect(connection)
        return {name: {column["name"] for column in found.get_columns(name)} for name in found.get_table_names()}

    made = database.read(columns)
    made.pop("alembic_version")
    assert set(made) == set(metadata.tables) - LATER
    assert all("tenant" in names for names in made.values())
    database.close()
