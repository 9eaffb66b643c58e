"""`grader doctor`: what is well, and what must be mended."""

import json
from pathlib import Path

import pytest

from .conftest import Run

NAMES = ("settings", "rubrics", "write", "migrations", "worker", "disk", "keys", "judge", "tracing")


@pytest.fixture(autouse=True)
def own_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GRADER_DATA_DIR", str(tmp_path / "data"))


def test_a_machine_that_can_serve_is_well(grader: Run) -> None:
    code, out, _ = grader("doctor", "--json")
    checks = {found["check"]: found["ok"] for found in json.loads(out)["checks"]}
    assert code == 0
    assert checks == dict.fromkeys(NAMES, True)


def test_a_setting_that_cannot_be_used_is_named(grader: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRADER_RATE_LIMIT", "often")
    code, out, _ = grader("doctor")
    assert code == 1
    assert out.startswith("FAIL  settings")
    assert "GRADER_RATE_LIMIT" in out


def test_a_disk_that_is_nearly_full_must_be_mended(grader: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRADER_DISK_FLOOR", str(1 << 60))
    code, out, _ = grader("doctor")
    assert (code, "FAIL  disk" in out) == (1, True)


def test_a_database_out_of_reach_must_be_mended(grader: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("GRADER_DATA_DIR", str(tmp_path / "file"))
    code, out, _ = grader("doctor")
    assert (code, "FAIL  database" in out) == (1, True)
