"""The application: routes, limits and errors put together."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from grader.api import build_app
from grader.bootstrap import serving
from grader.settings import Settings

from .conftest import here


def test_the_routes_of_the_first_release_are_still_there(client: TestClient) -> None:
    paths = set(client.get("/openapi.json").json()["paths"])
    assert paths > {
        *("/v1/grades", "/v1/rubrics", "/v1/rubrics/{seed}/{slug}", "/v1/rubrics/{seed}/{slug}/hints"),
        *("/v1/hints", "/livez"),
    }


@pytest.mark.parametrize("path", ["/redoc", "/docs/oauth2-redirect"])
def test_no_page_that_loads_from_elsewhere_is_served(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_an_address_with_a_slash_too_many_is_not_redirected(client: TestClient) -> None:
    assert client.get("/v1/rubrics/", follow_redirects=False).status_code == 404


def test_the_body_of_the_largest_answer_is_taken(client: TestClient) -> None:
    body = {"rubric": "when-to-use-cache", "answer": "\U0001f642" * 20_000}
    assert client.post("/v1/grades", json=body).status_code == 201


def test_an_application_that_ends_leaves_the_services_to_whoever_opened_them(tmp_path: Path) -> None:
    services = serving(Settings(data_dir=tmp_path))
    with here(build_app(services)):
        pass
    assert here(build_app(services)).get("/readyz").status_code == 200
    services.close()
