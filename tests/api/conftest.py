"""The real application with the shipped rubrics."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from grader.asgi import create_app
from grader.settings import Settings


@pytest.fixture(scope="session")
def client() -> Iterator[TestClient]:
    """A client of the application."""
    with TestClient(create_app(Settings()), raise_server_exceptions=False) as found:
        yield found
