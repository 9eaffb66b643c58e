"""What a request may hold and what every reply says."""

import re

from starlette.testclient import TestClient


def test_a_good_request_id_is_kept(client: TestClient) -> None:
    assert client.get("/livez", headers={"x-request-id": "abc-1"}).headers["x-request-id"] == "abc-1"


def test_a_bad_request_id_is_replaced(client: TestClient) -> None:
    found = client.get("/livez", headers={"x-request-id": "a b<script>"}).headers["x-request-id"]
    assert re.fullmatch(r"[0-9a-f]{32}", found)


def test_no_reply_may_be_stored_or_sniffed(client: TestClient) -> None:
    for reply in (client.get("/livez"), client.get("/nowhere")):
        assert reply.headers["cache-control"] == "no-store"
        assert reply.headers["x-content-type-options"] == "nosniff"


def test_a_body_of_the_greatest_answer_is_taken(client: TestClient) -> None:
    body = {"rubric": "when-to-use-cache", "answer": "slow query. " * 1600}
    assert client.post("/v1/grades", json=body).status_code == 201
