"""What every test gets: an environment without the developer's settings and keys; labelled answers where they are."""

from os import environ  # noqa: TID251 - the tests' one reader of the environment
from pathlib import Path

import pytest
from hypothesis import settings

# No deadline: a busy machine is not a fault. In CI the examples are the same in every run.
settings.register_profile("grader", deadline=None, derandomize="CI" in environ)
settings.load_profile("grader")

OURS = ("GRADER_",)
VENDORS = ("_API_KEY", "_API_BASE", "_BASE_URL", "_AUTH_TOKEN", "_ACCESS_KEY_ID", "_SECRET_ACCESS_KEY")
LABELLED = {name: environ.get(f"GRADER_TEST_{name.upper()}", "") for name in ("gold", "asag")}


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Remove every setting of the grader and every key of a vendor; no test writes to the developer's own folders."""
    for name in list(environ):
        if name.startswith(OURS) or name.endswith(VENDORS):
            monkeypatch.delenv(name)
    monkeypatch.setattr("grader.settings.ENV_FILE", tmp_path_factory.getbasetemp() / "no.env")
    monkeypatch.setenv("GRADER_DATA_DIR", str(tmp_path_factory.getbasetemp() / "data"))


@pytest.fixture(scope="session")
def gold() -> Path:
    """Return the folder of answers with verdicts by people; skip where GRADER_TEST_GOLD does not name one."""
    return _labelled("gold")


@pytest.fixture(scope="session")
def asag() -> Path:
    """Return the folder of public short-answer sets; skip where GRADER_TEST_ASAG does not name one."""
    return _labelled("asag")


def _labelled(name: str) -> Path:
    if not LABELLED[name]:
        pytest.skip(f"GRADER_TEST_{name.upper()} names no folder")
    return Path(LABELLED[name])
