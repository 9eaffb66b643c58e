"""What is kept: grades, rubrics and the audit, in SQLite or PostgreSQL."""

from .database import Database
from .opening import open_database
from .upgrade import check, newest, upgrade

__all__ = ["Database", "check", "newest", "open_database", "upgrade"]
