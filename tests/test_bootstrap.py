"""The composition root."""

from pathlib import Path

import pytest

from grader.bootstrap import database, library, rubric_folders, seeds_beside, services, shipped_rubrics
from grader.errors import SettingsError
from grader.grading import GradeRequest
from grader.settings import Settings

SLUG = "backend-hiring-questions/when-to-use-cache"


def test_the_shipped_rubrics_are_found_from_any_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert len(services(Settings()).rubrics.ids()) == 27


def test_a_wheel_has_its_rubrics_within_the_package(tmp_path: Path) -> None:
    package = tmp_path / "grader"
    assert shipped_rubrics(package) == tmp_path / "rubrics"
    (package / "_rubrics").mkdir(parents=True)
    assert shipped_rubrics(package) == package / "_rubrics"


def test_the_operators_folder_comes_first(tmp_path: Path) -> None:
    folders = rubric_folders(Settings(rubrics_dir=tmp_path))
    assert folders == (tmp_path, shipped_rubrics())


def test_the_operators_rubric_wins_over_the_shipped_one(tmp_path: Path) -> None:
    shipped = shipped_rubrics() / f"{SLUG}.yaml"
    own = tmp_path / f"{SLUG}.yaml"
    own.parent.mkdir()
    own.write_text(shipped.read_text("utf-8").replace("When to use cache?", "Just when?"), "utf-8")
    assert services(Settings(rubrics_dir=tmp_path)).rubrics.get(SLUG).question == "Just when?"


def test_the_services_grade_by_the_rubrics_they_were_given() -> None:
    request = GradeRequest(SLUG, "")
    assert services(Settings()).grading.grade(request).score == 0


def test_a_wheel_has_its_seeds_within_the_package(tmp_path: Path) -> None:
    package = tmp_path / "grader"
    assert seeds_beside(shipped_rubrics(package)) == tmp_path / "seeds"
    (package / "_rubrics").mkdir(parents=True)
    assert seeds_beside(shipped_rubrics(package)) == package / "_seeds"


def test_the_library_finds_seeds_beside_the_operators_rubrics(tmp_path: Path) -> None:
    (tmp_path / "rubrics").mkdir()
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "own.md").write_text("- Why? because\n", "utf-8")
    found = library(Settings(rubrics_dir=tmp_path / "rubrics"))
    elsewhere = tmp_path / "a" / "b" / "c.yaml"
    assert found.seed("own", elsewhere).id == "own"
    assert len(found.seed("backend-hiring-questions", elsewhere).questions) == 27


def test_the_data_folder_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    database(Settings(data_dir=tmp_path / "a" / "b")).close()
    assert (tmp_path / "a" / "b" / "grader.db").is_file()
    assert (tmp_path / "a" / "b").stat().st_mode & 0o777 == 0o700


def test_a_data_folder_that_cannot_be_made_names_the_setting(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(SettingsError, match="GRADER_DATA_DIR"):
        database(Settings(data_dir=tmp_path / "file" / "b"))
