"""The real application with the shipped rubrics."""

from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from grader.asgi import create_app
from grader.settings import Settings


def here(app: FastAPI, *, key: str | None = None) -> TestClient:
    """A client on this machine, with a key or without one."""
    headers = {"authorization": f"Bearer {key}"} if key else None
    where = ("127.0.0.1", 50_000)
    return TestClient(app, "http://127.0.0.1", raise_server_exceptions=False, client=where, headers=headers)


@pytest.fixture(scope="package")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of the application."""
    settings = Settings(data_dir=tmp_path_factory.mktemp("data"))
    with here(create_app(settings)) as found:
        yield found
