"""Who runs batches."""

from pathlib import Path

import pytest

from grader.bootstrap import serving
from grader.errors import SettingsError
from grader.settings import Settings
from grader.workshop import FileLock, background, child_shelves, worker, worker_name


def test_one_process_holds_the_lock(tmp_path: Path) -> None:
    one, other = FileLock(f"{tmp_path}/lock"), FileLock(f"{tmp_path}/lock")
    assert one.take()
    assert one.take()
    assert not other.take()


def test_workers_have_names_of_their_own() -> None:
    assert worker_name() != worker_name()


def test_a_service_without_a_batch_starts_no_queue(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path)
    services = serving(settings)
    engine = background(services, settings)
    engine.start()
    engine.stop()
    services.close()
    assert not list(tmp_path.glob("*.queue"))


def test_a_worker_needs_a_server(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path)
    services = serving(settings)
    with pytest.raises(SettingsError, match="PostgreSQL"):
        worker(settings, services.database)
    services.close()


def test_a_child_has_the_rubrics_of_its_settings(tmp_path: Path) -> None:
    serving(settings := Settings(data_dir=tmp_path)).close()
    assert "backend-hiring-questions/when-to-use-cache" in [r.id for r in child_shelves(settings)("default").listing()]
