"""Request ids."""

import re

import pytest
from starlette.testclient import TestClient


def test_a_good_request_id_is_kept(client: TestClient) -> None:
    reply = client.get("/nowhere", headers={"X-Request-Id": "abc-1._"})
    assert reply.headers["x-request-id"] == "abc-1._"
    assert reply.json()["instance"] == "urn:request:abc-1._"


@pytest.mark.parametrize("given", ["", "a b<script>", "x" * 65, "caf\u00e9"])
def test_another_request_id_is_replaced(client: TestClient, given: str) -> None:
    found = client.get("/livez", headers={b"X-Request-Id": given.encode("latin-1")}).headers["x-request-id"]
    assert re.fullmatch(r"[0-9a-f]{32}", found)


def test_every_request_gets_its_own(client: TestClient) -> None:
    assert client.get("/livez").headers["x-request-id"] != client.get("/livez").headers["x-request-id"]
