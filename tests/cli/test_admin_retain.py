"""`grader admin retain`: erase what is older than it may be."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from grader.access import LOCAL
from grader.bootstrap import database, kept, services
from grader.grading import GradeRequest, new_id
from grader.settings import read_settings

from .conftest import Run
from .kept import SLUG, keep_one


@pytest.fixture(autouse=True)
def own_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GRADER_DATA_DIR", str(tmp_path / "data"))


def keep_old(days: int) -> str:
    """Keep a grade as if it had been made some days ago, and return its id."""
    opened = database()
    life = kept(opened, services(read_settings()), lambda: datetime.now(UTC) - timedelta(days=days))
    grading = life.shelves.grading(LOCAL.tenant)
    grade = grading.grade(GradeRequest(SLUG, "Cache."), grade_id=new_id())
    life.keeping.keep(LOCAL, "Cache.", grade, grading.basis(grade))
    opened.close()
    return grade.id


def test_only_old_grades_are_erased_and_the_audit_says_so(grader: Run) -> None:
    old, new = keep_old(31), keep_one()
    assert grader("admin", "retain", "--days", "30").out == "Grades and scorecards erased: 1.\n"
    assert grader("replay", old).code == 2
    assert grader("replay", new).code == 0
    assert grader("audit", "verify").out.startswith("default 3 ")


def test_another_tenants_grades_stay(grader: Run) -> None:
    keep_old(31)
    assert grader("admin", "retain", "--days", "30", "--tenant", "other").out == "Grades and scorecards erased: 0.\n"


@pytest.mark.parametrize("days", ["0", "-1", "x"])
def test_a_number_of_days_must_be_given(grader: Run, days: str) -> None:
    assert grader("admin", "retain", "--days", days).code == 2
    assert grader("admin", "retain").code == 2
