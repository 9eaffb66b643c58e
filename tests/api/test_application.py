"""What holds for every reply, a bug's included."""

from typing import Any

from starlette.testclient import TestClient

from grader.api import build_app
from grader.bootstrap import serving
from grader.settings import Settings

from .conftest import here


def test_every_operation_documents_problems_as_they_are(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    operations: list[dict[str, Any]] = [found for methods in paths.values() for found in methods.values()]
    assert {tuple(found["responses"]["default"]["content"]) for found in operations} == {("application/problem+json",)}
    assert not [found for found in operations if "422" in found["responses"]]


def test_the_document_is_the_same_when_it_is_asked_for_again(client: TestClient) -> None:
    assert client.get("/openapi.json").json() == client.get("/openapi.json").json()


def test_a_bug_is_a_problem_without_its_text_but_with_a_request_id() -> None:
    wired = serving(Settings())
    app = build_app(wired)

    @app.get("/bug")
    def bug() -> None:
        raise RuntimeError("xyzzy-secret")

    reply = here(app).get("/bug", headers={"X-Request-Id": "r-1"})
    assert (reply.status_code, reply.json()["request_id"]) == (500, "r-1")
    assert (reply.headers["x-request-id"], reply.headers["cache-control"]) == ("r-1", "no-store")
    assert "xyzzy" not in reply.text
    wired.close()
