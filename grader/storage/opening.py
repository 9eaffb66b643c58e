"""Open a database with the newest tables."""

from .database import Database
from .upgrade import check, upgrade


def open_database(url: str) -> Database:
    """Return the database at an address: an embedded one is made and migrated, a server's is only checked.

    Raises SettingsError, StorageOutdated, StorageBusy.
    """
    database = Database(url)
    try:
        upgrade(database) if database.embedded else check(database)
    except BaseException:
        database.close()
        raise
    return database
