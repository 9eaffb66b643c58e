"""`grader audit`: whether the record still is what was recorded."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from .conftest import Run
from .kept import keep_one


@pytest.fixture(autouse=True)
def own_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GRADER_DATA_DIR", str(tmp_path / "data"))


def tamper(folder: Path, *statements: str) -> None:
    with closing(sqlite3.connect(folder / "data" / "grader.db")) as connection, connection:
        for statement in ("DROP TRIGGER audit_no_update", "DROP TRIGGER audit_no_delete", *statements):
            connection.execute(statement)


def test_an_audit_that_holds_says_where_it_ends(grader: Run) -> None:
    keep_one()
    code, out, _ = grader("audit", "verify")
    assert (code, out.splitlines()[-1]) == (0, "The audit holds.")
    assert out.startswith("default 1 sha256:")


def test_a_changed_entry_is_a_finding(grader: Run, tmp_path: Path) -> None:
    keep_one()
    tamper(tmp_path, "UPDATE audit SET actor = 'nobody'")
    code, out, _ = grader("audit", "verify")
    assert (code, out.splitlines()[-1]) == (1, "Faults: 1.")
    assert json.loads(grader("audit", "verify", "--json").out)["holds"] is False


def test_a_rewritten_audit_lacks_the_hash_that_was_noted(grader: Run, tmp_path: Path) -> None:
    keep_one()
    noted = json.loads(grader("audit", "verify", "--json").out)["heads"][0]["hash"]
    assert grader("audit", "verify", "--noted", noted).code == 0
    tamper(tmp_path, "DELETE FROM audit", "DELETE FROM audit_heads")
    assert grader("audit", "verify").code == 0
    assert grader("audit", "verify", "--noted", noted).code == 1
