"""The table of rulings is added to a database that is in use."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from grader.storage import Database, upgrade
from grader.storage.tables import metadata


def test_what_was_kept_before_is_there_after(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/a.db")
    upgrade(database, "v0004")
    row = "INSERT INTO judge_spend (tenant, account, taken) VALUES ('t', 'a', 5)"
    database.write(lambda connection: connection.execute(text(row)))
    assert upgrade(database, "v0005") == "v0005"

    def look(connection: Connection) -> tuple[set[str], int]:
        taken = connection.execute(text("SELECT taken FROM judge_spend")).scalar_one()
        return set(inspect(connection).get_table_names()) - {"alembic_version"}, taken

    assert database.read(look) == (set(metadata.tables), 5)
    database.close()
