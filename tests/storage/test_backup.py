"""Copy a database while it is in use."""

import shutil
from pathlib import Path

import pytest

from grader.errors import BackupFailed
from grader.storage import Database, SqlStore, backup, open_database
from tests.storage.factories import add, make_stored
from tests.storage.holding import held


@pytest.fixture
def small(tmp_path: Path) -> Database:
    return open_database(f"sqlite:///{tmp_path}/a.db")


def test_a_copy_has_everything_and_only_its_owner_may_read_it(small: Database, tmp_path: Path) -> None:
    kept = make_stored()
    add(SqlStore(small), "t", kept)
    with held(small.write):
        backup(small, tmp_path / "copy.db")
    small.close()
    copy = open_database(f"sqlite:///{tmp_path}/copy.db")
    assert SqlStore(copy).read(lambda unit: unit.grades.get("t", kept.id)) == kept
    copy.close()
    assert (tmp_path / "copy.db").stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_there_is_left_alone(small: Database, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("mine", "utf-8")
    with pytest.raises(BackupFailed, match="new one"):
        backup(small, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text("utf-8") == "mine"
    small.close()


@pytest.mark.postgresql
@pytest.mark.skipif(shutil.which("pg_dump") is None, reason="pg_dump is not installed")
def test_a_dump_of_postgresql_names_its_tables(postgresql: str, tmp_path: Path) -> None:
    database = Database(postgresql)
    backup(database, tmp_path / "dump")
    database.close()
    assert (tmp_path / "dump").read_bytes().startswith(b"PGDMP")


@pytest.mark.postgresql
def test_a_dump_that_fails_leaves_no_file(tmp_path: Path) -> None:
    database = Database("postgresql://nobody@127.0.0.1:1/x")
    with pytest.raises(BackupFailed):
        backup(database, tmp_path / "dump")
    database.close()
    assert not (tmp_path / "dump").exists()
