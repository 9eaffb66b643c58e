"""Routes that ask who asks."""

from typing import Any

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from grader.access import PERMISSIONS, PUBLIC
from grader.api.app import ROUTERS
from grader.api.guarded_route import GuardedRoute

JSON = {"content-type": "application/json"}


def operations(client: TestClient) -> dict[str, tuple[str, str]]:
    """Return the method and path of each operation, its parameters filled in."""
    paths: dict[str, dict[str, Any]] = client.get("/openapi.json").json()["paths"]
    found = {}
    for path, methods in paths.items():
        for method, operation in methods.items():
            found[operation["operationId"]] = (method.upper(), path.replace("{", "").replace("}", ""))
    return found


def test_every_route_of_the_api_is_guarded() -> None:
    assert [route for router in ROUTERS for route in router.routes if not isinstance(route, GuardedRoute)] == []


def test_every_operation_has_a_place_in_the_table(client: TestClient) -> None:
    assert set(operations(client)) == PUBLIC | set(PERMISSIONS)


def test_nobody_gets_in_before_anything_is_read(client: TestClient) -> None:
    app = client.app
    assert isinstance(app, FastAPI)
    nobody = TestClient(app, "http://127.0.0.1", client=("10.0.0.7", 1))
    for name, (method, path) in operations(client).items():
        status = nobody.request(method, path, content=b"{", headers=JSON).status_code
        assert (status == 401) == (name not in PUBLIC), name


def test_who_shows_no_key_is_told_how(client: TestClient) -> None:
    reply = client.get("/v1/rubrics", headers={"host": "rebound.example"})
    assert (reply.status_code, reply.json()["type"]) == (401, "/problems/no-key")
    assert reply.headers["www-authenticate"] == "Bearer"


def test_a_filter_that_is_misspelt_is_refused_and_not_ignored(client: TestClient) -> None:
    for query, code in (("cadidate=c-1", "unknown_parameter"), ("candidate=c-1&candidate=c-2", "repeated_parameter")):
        reply = client.get(f"/v1/grades?{query}")
        assert (reply.status_code, reply.json()["errors"]) == (422, [{"parameter": "", "code": code}])


@pytest.mark.parametrize("path", ["/openapi.json", "/docs", "/livez"])
def test_what_says_nothing_of_anyone_is_open(client: TestClient, path: str) -> None:
    assert client.get(path, headers={"host": "rebound.example"}).status_code == 200
