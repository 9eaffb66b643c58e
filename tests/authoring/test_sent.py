"""A rubric as it was sent; the replies are tested at /v1/rubrics."""

import tempfile
from pathlib import Path

import pytest

from grader.authoring import checked, parsed
from grader.bootstrap import library
from grader.errors import DocumentRefused
from tests.api.rubrics import RUBRIC


def test_a_rubric_is_read_in_the_place_that_its_id_asks_for() -> None:
    assert parsed(RUBRIC.format(slug="placed")).id == "toy/placed"


def test_a_fault_is_told_by_line_only() -> None:
    with pytest.raises(DocumentRefused) as caught:
        parsed(RUBRIC.format(slug="x").replace("weight: 1", "weight: xyzzy"))
    assert caught.value.line == 7
    assert "xyzzy" not in str(caught.value)


def test_the_message_of_a_check_names_no_file_of_ours() -> None:
    found = checked("id: toy/x\n", library())
    assert found.rubric is None
    assert tempfile.gettempdir() not in (found.message or "")


def test_nothing_stays_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    checked(RUBRIC.format(slug="x"), library())
    assert list(tmp_path.iterdir()) == []
