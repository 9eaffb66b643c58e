"""The application that a server runs."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from grader.asgi import create_app
from grader.errors import RubricError, SettingsError
from grader.settings import Settings


def test_the_application_reads_the_environment_when_it_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRADER_RUBRICS_DIR", "no such folder")
    with pytest.raises(SettingsError):
        create_app()


def test_a_rubric_with_a_fault_stops_the_start_and_not_the_first_answer(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "bad.yaml").write_text("id: own/bad\n", "utf-8")
    with pytest.raises(RubricError, match=r"bad\.yaml"):
        create_app(Settings(rubrics_dir=tmp_path))


def test_two_applications_do_not_share_their_rubrics(tmp_path: Path) -> None:
    first, second = create_app(Settings()), create_app(Settings(rubrics_dir=tmp_path))
    assert first.state.services.grading is not second.state.services.grading
    with TestClient(first) as client, TestClient(second):
        assert client.get("/livez").status_code == 200


def test_the_database_that_the_application_opened_is_closed_with_it() -> None:
    app = create_app(Settings())
    with TestClient(app) as client:
        assert client.get("/readyz").status_code == 200
        assert app.state.services.database.alive()
    assert not app.state.services.database.alive()
