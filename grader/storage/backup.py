"""Copy a database while it is in use."""

import os
import subprocess
from pathlib import Path

from sqlalchemy import make_url

from grader.errors import BackupFailed

from .database import Database

DUMP = "pg_dump"


def backup(database: Database, path: Path) -> None:
    """Write a copy of one state of a database to a new file: SQLite as SQLite, PostgreSQL by `pg_dump`.

    Raises BackupFailed; then there is no file. Only its owner may read the file.
    """
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except OSError as cause:
        raise BackupFailed(f"The file cannot be made ({cause.strerror}). Name a new one.") from None
    try:
        if database.embedded:
            database.copy_to(path)
        else:
            _dump(database.url, path)
        _to_disk(path)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _dump(url: str, path: Path) -> None:
    """The address goes along in the environment: the list of processes is for all to see."""
    parsed = make_url(url)
    given = {
        "PGHOST": parsed.host,
        "PGPORT": parsed.port,
        "PGUSER": parsed.username,
        "PGPASSWORD": parsed.password,
        "PGDATABASE": parsed.database,
        "PGOPTIONS": parsed.query.get("options"),
    }
    values = {name: str(value) for name, value in given.items() if value is not None}
    command = [DUMP, "--format=custom", "--no-password", f"--file={path}"]
    try:
        run = subprocess.run(command, env={"PATH": os.defpath, **values}, capture_output=True, check=False)
    except OSError as cause:
        raise BackupFailed(f"{DUMP} cannot be run ({cause.strerror}): install PostgreSQL's client programs.") from None
    if run.returncode:
        raise BackupFailed(f"{DUMP} ended with {run.returncode}. Run it by hand to see why.")


def _to_disk(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
