"""Addresses where there is nothing: a page for browsers, a problem for programs, the API as it was."""

import pytest
from starlette.testclient import TestClient

PAGE = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.mark.parametrize("path", ["/nowhere", "/rubrics/", "/rubrics/a/b/c", "/interview/%3Cscript%3E", "/a%00b"])
def test_a_browser_is_told_on_a_page_and_the_address_does_nothing(client: TestClient, path: str) -> None:
    reply = client.get(path, headers=PAGE)
    assert (reply.status_code, reply.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "Go to the first page" in reply.text
    assert "<script>" not in reply.text
    assert "default-src 'none'" in reply.headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/nowhere", "/v1/nowhere"])
def test_a_program_gets_the_problem(client: TestClient, path: str) -> None:
    assert client.get(path).json()["type"] == "/problems/not-found"
    assert client.post(path, headers=PAGE).json()["type"] == "/problems/not-found"


def test_the_apis_addresses_are_left_alone(client: TestClient) -> None:
    assert client.get("/v1/nowhere", headers=PAGE).json()["type"] == "/problems/not-found"
    assert client.get("/v1/hints", headers=PAGE).status_code == 405
    assert client.get("/docs", headers=PAGE).status_code == 200
    assert client.get("/openapi.json", headers=PAGE).status_code == 200
    assert client.get("/livez", headers=PAGE).json()["status"] == "ok"
