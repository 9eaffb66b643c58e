"""A request that is sent again does its work once."""

from concurrent.futures import ThreadPoolExecutor
from secrets import token_hex
from typing import Any

import pytest
from starlette.testclient import TestClient

BODY = {"rubric": "when-to-use-cache", "answer": "For slow queries."}


def post(client: TestClient, key: str, body: Any = BODY, path: str = "/v1/grades") -> Any:
    return client.post(path, json=body, headers={"idempotency-key": key})


def test_the_same_request_gets_the_same_reply_and_is_done_once(client: TestClient) -> None:
    key, candidate = token_hex(8), f"c-{token_hex(4)}"
    first, again = (post(client, key, {**BODY, "candidate": candidate}) for _ in range(2))
    assert (again.status_code, again.content) == (201, first.content)
    assert "idempotent-replayed" not in first.headers
    assert again.headers["idempotent-replayed"] == "true"
    assert {name: again.headers[name] for name in ("location", "etag")} == {
        name: first.headers[name] for name in ("location", "etag")
    }
    assert len(client.get(f"/v1/grades?candidate={candidate}").json()["grades"]) == 1


def test_the_quoted_form_of_a_key_is_the_same_key(client: TestClient) -> None:
    key = token_hex(8)
    assert post(client, f'"{key}"').json() == post(client, key).json()


@pytest.mark.parametrize(("body", "path"), [({**BODY, "mode": "notes"}, "/v1/grades"), (BODY, "/v1/grades?view=full")])
def test_another_request_with_the_key_is_refused(client: TestClient, body: Any, path: str) -> None:
    key = token_hex(8)
    post(client, key)
    reply = post(client, key, body, path)
    assert (reply.status_code, reply.json()["type"]) == (422, "/problems/idempotency-key-reused")


@pytest.mark.parametrize("key", ["", '""', "a b", "\x7f", "é", "a" * 256, '"a b"'])
def test_a_malformed_key_is_refused(client: TestClient, key: str) -> None:
    reply = client.post("/v1/grades", json=BODY, headers={b"idempotency-key": key.encode("latin-1")})
    assert (reply.status_code, reply.json()["type"]) == (400, "/problems/idempotency-key-malformed")


def test_a_request_that_was_refused_leaves_its_key_free(client: TestClient) -> None:
    key = token_hex(8)
    for body in ({**BODY, "answer": 7}, {**BODY, "rubric": "xyzzy"}):
        assert post(client, key, body).status_code in (404, 422)
    assert post(client, key).status_code == 201


def test_of_many_at_once_one_is_done(client: TestClient) -> None:
    candidate, keys = f"c-{token_hex(4)}", [token_hex(8) for _ in range(4)]
    with ThreadPoolExecutor(16) as pool:
        replies = list(pool.map(lambda key: post(client, key, {**BODY, "candidate": candidate}), keys * 12))
    assert {reply.status_code for reply in replies} <= {201, 409}
    made = {reply.json()["id"] for reply in replies if reply.status_code == 201}
    assert len(made) == len(client.get(f"/v1/grades?candidate={candidate}").json()["grades"]) == 4
    assert {reply.headers["retry-after"] for reply in replies if reply.status_code == 409} <= {"1"}
