"""The composition root."""

from pathlib import Path

import pytest

from grader.bootstrap import rubric_folders, services
from grader.settings import Settings


def test_the_shipped_rubrics_are_found_from_any_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert len(services(Settings()).rubrics.ids()) == 27


def test_the_operators_folder_comes_first(tmp_path: Path) -> None:
    folders = rubric_folders(Settings(rubrics_dir=tmp_path))
    assert folders[0] == tmp_path
    assert len(folders) == 2
