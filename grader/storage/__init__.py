"""What is kept: grades, rubrics and the audit, in SQLite or PostgreSQL."""

from .backup import backup
from .batch_store import SqlBatchStore
from .database import Database
from .heartbeat import heartbeat
from .judge_cache import SqlJudgeCache
from .judge_spend import SqlSpend
from .keys import KeptKeys, SqlKeys
from .opening import open_database
from .pepper import read_pepper
from .probe import probe
from .store import SqlStore
from .upgrade import check, newest, upgrade

__all__ = [
    "Database",
    "KeptKeys",
    "SqlBatchStore",
    "SqlJudgeCache",
    "SqlKeys",
    "SqlSpend",
    "SqlStore",
    "backup",
    "check",
    "heartbeat",
    "newest",
    "open_database",
    "probe",
    "read_pepper",
    "upgrade",
]
