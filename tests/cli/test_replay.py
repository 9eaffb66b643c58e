"""`grader replay`: make a kept grade again."""

import json
from pathlib import Path

import pytest

from .conftest import Run
from .kept import keep_one


@pytest.fixture(autouse=True)
def own_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GRADER_DATA_DIR", str(tmp_path / "data"))


def test_a_kept_grade_is_identical(grader: Run) -> None:
    grade_id = keep_one()
    assert grader("replay", grade_id) == (0, f"{grade_id} revision 1: identical\n", "")
    assert json.loads(grader("replay", grade_id, "--revision", "1", "--json").out)["identical"] is True


def test_what_differs_is_said_with_the_reason(grader: Run) -> None:
    grade_id = keep_one(score=0.123, engine="matcher/0")
    code, out, _ = grader("replay", grade_id)
    assert code == 1
    assert "matcher/0" in out.splitlines()[0]
    assert any(line.startswith("score: kept 0.123, now ") for line in out.splitlines())


def test_an_unknown_grade_is_an_error(grader: Run) -> None:
    assert grader("replay", "grd_none").code == 2
    assert grader("replay", keep_one(), "--tenant", "other").code == 2
