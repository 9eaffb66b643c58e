"""The composition root."""

import asyncio
from decimal import Decimal
from pathlib import Path

import pytest

from grader.bootstrap import database, judging, library, rubric_folders, seeds_beside, services, shipped_rubrics
from grader.errors import JudgeError, SettingsError
from grader.grading import GradeRequest
from grader.judge import Ports, now
from grader.settings import Settings
from tests.judge.asking import REQUEST

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


def test_without_a_model_nobody_judges_and_a_judge_that_is_wanted_must_be_named() -> None:
    assert judging(Settings()) is None
    assert judging(Settings(judge_models=("openai/gpt-4o-mini",)), "never") is None
    with pytest.raises(SettingsError, match="GRADER_JUDGE_MODELS"):
        judging(Settings(), "always")


def test_with_a_model_unsure_concepts_are_asked_unless_told_otherwise() -> None:
    settings = Settings(judge_models=("openai/gpt-4o-mini", "openai/gpt-4o"), judge_deadline=7)
    found = judging(settings)
    assert found is not None
    assert (found.when, found.seconds, found.judge.model) == ("unsure", 7, "openai/gpt-4o-mini,openai/gpt-4o")


def test_a_days_budget_is_kept_before_anyone_is_called() -> None:
    ports = Ports()
    found = judging(Settings(judge_models=("openai/gpt-4o-mini",), judge_budget=Decimal("0.000001")), ports=ports)
    assert found is not None

    async def asked() -> None:
        assert found is not None
        await found.judge.judge(REQUEST, deadline=now() + 5)

    with pytest.raises(JudgeError, match="day:"):
        asyncio.run(asked())
    assert ports.spend.taken == {} or set(ports.spend.taken.values()) == {0}  # type: ignore[attr-defined]
