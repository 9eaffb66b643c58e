"""Files that wait for what is said of them."""

import io
from pathlib import Path
from typing import Any

import pytest

from grader.access import ROLES, Principal
from grader.batches import Intake
from grader.errors import AnswersError, NoSuchPlace
from grader.web.uploads import held, hold
from tests.batches.making import WHO, Bench

STRANGER = Principal("other", "stranger", ROLES["admin"])


@pytest.fixture
def intake(tmp_path: Path) -> Any:
    bench = Bench(tmp_path)
    yield bench.intake
    bench.close()


def test_a_file_is_found_by_its_own_tenant_only(intake: Intake) -> None:
    name = hold(intake, WHO, "Answers.CSV", io.BytesIO(b"a,b\n"))
    assert held(intake, WHO, name).read_bytes() == b"a,b\n"
    with pytest.raises(NoSuchPlace):
        held(intake, STRANGER, name)


@pytest.mark.parametrize("name", ["a.exe", "a", "", ".csv/..", "a.csv.zip"])
def test_a_kind_that_is_not_read_is_refused(intake: Intake, name: str) -> None:
    with pytest.raises(AnswersError, match="ends in one of"):
        hold(intake, WHO, name, io.BytesIO(b""))


def test_what_nobody_went_on_with_is_deleted(intake: Intake) -> None:
    name = hold(intake, WHO, "a.csv", io.BytesIO(b"x"))
    intake.sweep(seconds=-1)
    with pytest.raises(NoSuchPlace, match="Send it again"):
        held(intake, WHO, name)


def test_only_its_owner_may_read_the_file(intake: Intake) -> None:
    path = held(intake, WHO, hold(intake, WHO, "a.csv", io.BytesIO(b"x")))
    assert path.stat().st_mode & 0o077 == 0
