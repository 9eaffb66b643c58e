"""What is kept: grades, rubrics and the audit, in SQLite or PostgreSQL."""

from .database import Database
from .keys import KeptKeys, SqlKeys
from .opening import open_database
from .probe import probe
from .store import SqlStore
from .upgrade import check, newest, upgrade

__all__ = ["Database", "KeptKeys", "SqlKeys", "SqlStore", "check", "newest", "open_database", "probe", "upgrade"]
