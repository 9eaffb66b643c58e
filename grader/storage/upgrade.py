"""Bring the tables up to date, by migrations: all of them or none."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from grader.errors import StorageOutdated

from .database import Database
from .engine import lock_for_upgrade

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(database: Database, revision: str = "head") -> str:
    """Migrate the tables to a revision and return it. Raises StorageOutdated if they are newer than this program."""
    head = newest()

    def work(connection: Connection) -> str:
        lock_for_upgrade(connection)
        config = _config()
        config.attributes["connection"] = connection
        if current(connection) not in (None, *_known(config)):
            raise StorageOutdated("The tables are those of a newer version of the grader: install that one.")
        command.upgrade(config, revision)
        return head if revision == "head" else revision

    return database.write(work)


def check(database: Database) -> None:
    """Raise StorageOutdated unless the tables are those of this program."""
    if database.read(current) != newest():
        raise StorageOutdated


def newest() -> str:
    """Return the revision of this program's tables."""
    head = ScriptDirectory.from_config(_config()).get_current_head()
    assert head is not None, "there is always a first migration"
    return head


def current(connection: Connection) -> str | None:
    """Return the revision of the tables in a database; None: there are none."""
    return MigrationContext.configure(connection).get_current_revision()


def _known(config: Config) -> tuple[str, ...]:
    return tuple(script.revision for script in ScriptDirectory.from_config(config).walk_revisions())


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config
