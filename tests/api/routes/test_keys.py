"""Keys over the API."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from grader.asgi import create_app
from grader.settings import Settings
from tests.api.conftest import here


@pytest.fixture
def own(tmp_path: Path) -> TestClient:
    """An application without keys."""
    return here(create_app(Settings(data_dir=tmp_path)))


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """An application that never gets a key."""
    return here(create_app(Settings(data_dir=tmp_path_factory.mktemp("empty"))))


def test_the_first_key_closes_the_door_behind_it(own: TestClient) -> None:
    made = own.post("/v1/keys", json={"name": "Ops", "role": "admin"}).json()
    opened = here(own.app, key=made["key"])  # type: ignore[arg-type]
    assert opened.get("/v1/keys").json()["keys"][0]["id"] == made["id"]
    assert made["key"] not in opened.get("/v1/keys").text


def test_a_revoked_key_stays_in_the_list(own: TestClient) -> None:
    made = own.post("/v1/keys", json={"name": "Ops", "role": "grader"}).json()
    assert own.delete(f"/v1/keys/{made['id']}").json()["revoked"]
    assert own.get("/v1/keys").json()["keys"][0]["revoked"]
    assert own.get("/v1/audit").json()["entries"][-1]["action"] == "key.revoke"


@pytest.mark.parametrize(
    "body",
    [
        {"name": "x", "role": "owner"},
        {"name": "", "role": "admin"},
        {"name": "x", "role": "candidate"},
        {"name": "x", "role": "admin", "candidate": "c-1"},
        {"name": "x", "role": "admin", "expires": "2026-01-01T00:00:00"},
    ],
)
def test_a_key_that_makes_no_sense_is_not_made(empty: TestClient, body: dict[str, str]) -> None:
    assert empty.post("/v1/keys", json=body).status_code == 422
    assert empty.get("/v1/keys").json() == {"keys": []}


@pytest.mark.parametrize("name", ["nothing1", "%00", "a" * 5000, "é"])
def test_an_unknown_key_cannot_be_revoked(empty: TestClient, name: str) -> None:
    assert empty.delete(f"/v1/keys/{name}").json()["type"] == "/problems/unknown-key"
