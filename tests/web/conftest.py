"""The pages of the real application, with the shipped rubrics."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from grader.asgi import create_app
from grader.settings import Settings
from tests.api.conftest import here


@pytest.fixture(scope="session")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client on this machine, where no key was ever made."""
    with here(create_app(Settings(data_dir=tmp_path_factory.mktemp("data")))) as found:
        yield found
