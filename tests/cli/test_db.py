"""`grader db`: the tables, and a copy of all that is kept."""

from pathlib import Path

import pytest

from grader.storage import newest, open_database

from .conftest import Run
from .kept import keep_one


@pytest.fixture(autouse=True)
def own_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GRADER_DATA_DIR", str(tmp_path / "data"))


def test_upgrade_says_which_tables_there_are_now(grader: Run) -> None:
    assert grader("db", "upgrade").out == f"The tables are up to date: {newest()}.\n"
    assert grader("db", "upgrade").code == 0


def test_a_backup_is_a_database_with_everything(grader: Run, tmp_path: Path) -> None:
    grade_id = keep_one()
    copy = tmp_path / "copy.db"
    assert grader("db", "backup", str(copy)).code == 0
    assert grade_id.encode() in copy.read_bytes()
    open_database(f"sqlite:///{copy}").close()


def test_a_backup_over_a_file_is_refused(grader: Run, tmp_path: Path) -> None:
    (tmp_path / "copy.db").touch()
    outcome = grader("db", "backup", str(tmp_path / "copy.db"))
    assert (outcome.code, "new one" in outcome.err) == (2, True)


def test_a_server_that_is_not_there_is_one_line(grader: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRADER_DATABASE_URL", "postgresql://nobody:xyzzy@127.0.0.1:1/x")
    outcome = grader("db", "upgrade")
    assert (outcome.code, outcome.err.count("\n"), "xyzzy" in outcome.err) == (2, 1, False)
