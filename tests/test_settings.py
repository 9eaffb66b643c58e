"""Settings: the GRADER_ variables."""

from pathlib import Path

import pytest
from pydantic import SecretStr

from grader.errors import SettingsError
from grader.settings import Settings, read_settings


def test_without_variables_everything_has_a_default() -> None:
    assert read_settings().rubrics_dir is None


def test_a_folder_of_rubrics_is_read_from_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GRADER_RUBRICS_DIR", str(tmp_path))
    assert read_settings().rubrics_dir == tmp_path


def test_an_empty_variable_is_not_the_current_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRADER_RUBRICS_DIR", "")
    assert read_settings().rubrics_dir is None


@pytest.mark.parametrize("value", ["/nowhere/xyzzy", "xyzzy" * 2000])
def test_a_folder_that_is_not_there_is_refused_without_its_name(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("GRADER_RUBRICS_DIR", value)
    with pytest.raises(SettingsError, match="GRADER_RUBRICS_DIR") as caught:
        read_settings()
    assert "xyzzy" not in f"{caught.value} {caught.value.__cause__}"


def test_every_setting_says_what_it_is_for() -> None:
    assert all(field.description for field in Settings.model_fields.values())


def test_the_database_is_a_file_in_the_data_folder_unless_its_address_is_given(tmp_path: Path) -> None:
    assert Settings(data_dir=tmp_path).database == f"sqlite:///{tmp_path}/grader.db"
    url = "postgresql://u:xyzzy@h/n"
    chosen = Settings(data_dir=tmp_path, database_url=SecretStr(url))
    assert chosen.database == url
    assert "xyzzy" not in repr(chosen)


def test_models_are_split_at_commas_and_their_names_may_hold_colons_and_slashes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("GRADER_JUDGE_MODELS", "openai/a:b, ollama_chat/llama3 ,")
    assert read_settings().judge_models == ("openai/a:b", "ollama_chat/llama3")


def test_no_model_is_named_by_default() -> None:
    assert Settings().judge_models == ()
