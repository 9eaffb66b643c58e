"""The application: routes, limits and errors put together."""

from starlette.testclient import TestClient


def test_the_openapi_document_names_every_route(client: TestClient) -> None:
    paths = set(client.get("/openapi.json").json()["paths"])
    assert paths == {
        *("/v1/grades", "/v1/rubrics", "/v1/rubrics/{seed}/{slug}", "/v1/rubrics/{seed}/{slug}/hints"),
        *("/v1/hints", "/livez"),
    }


def test_no_page_that_loads_from_elsewhere_is_served(client: TestClient) -> None:
    assert client.get("/docs").status_code == 404


def test_the_service_says_that_it_lives(client: TestClient) -> None:
    assert client.get("/livez").json() == {"status": "ok"}
