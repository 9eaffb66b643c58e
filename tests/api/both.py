"""The application with keys on both databases; each file of tests that imports this has towns of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.storage import Database, upgrade
from tests.storage.conftest import postgresql

from .tenants import World, world

__all__ = ["postgresql", "town"]


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def town(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """An application over a new database."""
    url = None
    if request.param == "postgresql":
        url = request.getfixturevalue("postgresql")
        opened = Database(url)
        upgrade(opened)
        opened.close()
    with world(Path(tmp_path_factory.mktemp("town")), url) as found:
        yield found
