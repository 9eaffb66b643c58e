"""Settings: the GRADER_ variables."""

from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError

from grader.errors import SettingsError
from grader.settings import Settings, data_folder, read_settings


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


@pytest.mark.parametrize("rate", ["", "60", "60/day", "0/minute", "60/minute;1/second", "60 per minute"])
def test_a_rate_that_cannot_be_read_is_refused(rate: str) -> None:
    with pytest.raises(ValidationError):
        Settings(rate_limit=rate)


def test_a_file_beside_is_read_and_the_environment_wins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("GRADER_RATE_LIMIT=1/hour\nGRADER_DISK_FLOOR=7\nOTHER=x\n", "utf-8")
    monkeypatch.setattr("grader.settings.ENV_FILE", tmp_path / ".env")
    monkeypatch.setenv("GRADER_DISK_FLOOR", "8")
    assert (read_settings().rate_limit, read_settings().disk_floor) == ("1/hour", 8)


def test_a_checkout_keeps_its_data_apart_and_an_installed_package_in_the_users_folder(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").touch()
    assert data_folder(tmp_path / "grader") == tmp_path / "data"
    assert data_folder(tmp_path / "site" / "grader") == Path.home() / ".local" / "share" / "grader"


@pytest.mark.parametrize(
    "address", ["collector", "127.0.0.1:4318", "http://h", "ftp://h/v1", "http://u:p@h/v1", "http://h/?a"]
)
def test_a_collector_is_named_by_its_whole_address(address: str) -> None:
    with pytest.raises(ValidationError):
        Settings(traces_endpoint=address)
    assert Settings(traces_endpoint="https://collector:4318/v1/traces").traces_endpoint
