"""Every error, whoever raised it, is a problem that repeats nothing of the request."""

from typing import Any

import pytest
from starlette.testclient import TestClient

SECRET = "xyzzy-secret"
JSON = {"content-type": "application/json"}
BODIES: list[tuple[str, bytes, int]] = [
    ("not JSON", b"{", 400),
    ("not UTF-8", b'{"rubric": "\xff"}', 400),
    ("half a surrogate in raw bytes", b'{"rubric": "x", "answer": "\xed\xa0\x80"}', 400),
    ("NaN", b'{"rubric": "x", "answer": NaN}', 400),
    ("infinite", b'{"rubric": "x", "answer": 1e999}', 422),
    ("a number of many digits", b'{"rubric": "x", "answer": ' + b"9" * 10_000 + b"}", 400),
    ("half a surrogate in a value", b'{"rubric": "x", "answer": "\\ud800"}', 422),
    ("half a surrogate in a name", b'{"rubric": "\\ud800", "answer": "a"}', 422),
    ("half a surrogate in an id", b'{"rubric": "x", "answer": "a", "candidate": "\\ud800"}', 422),
    ("half a surrogate in a key", b'{"rubric": "x", "answer": "a", "\\ud800xyzzy-secret": 1}', 422),
    ("deep", b'{"answer": ' + b"[" * 500 + b"]" * 500 + b"}", 422),
    ("very deep", b'{"answer": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", 400),
    ("an empty body", b"", 422),
    ("a list", b'["xyzzy-secret"]', 422),
    ("a string", b'"xyzzy-secret"', 422),
    ("null", b"null", 422),
    ("an unknown field", b'{"rubric": "x", "answer": "a", "xyzzy-secret": 1}', 422),
    ("many unknown fields", b'{"a":1,' + b",".join(b'"k%d":1' % n for n in range(9999)) + b"}", 422),
    ("neither rubric nor question", b'{"answer": "xyzzy-secret"}', 422),
    ("both", b'{"rubric": "x", "question": "x", "answer": "a"}', 422),
    ("NUL", b'{"rubric": "x", "answer": "xyzzy-secret\\u0000"}', 422),
    ("a wrong mode", b'{"rubric": "x", "answer": "a", "mode": "xyzzy-secret"}', 422),
    ("a control character in an id", b'{"rubric": "x", "answer": "a", "external_id": "xyzzy-secret\\n"}', 422),
    ("too long an answer", b'{"rubric": "x", "answer": "' + b"a" * 20_001 + b'"}', 422),
    ("an unknown rubric", b'{"rubric": "xyzzy-secret", "answer": "a"}', 404),
    ("a path for a rubric", b'{"rubric": "../../etc/xyzzy-secret", "answer": "a"}', 404),
    ("a long unknown rubric", b'{"rubric": "' + b"a" * 1000 + b'", "answer": "a"}', 404),
    ("an unknown question", b'{"question": "Why xyzzy-secret?", "answer": "a"}', 404),
    ("an ambiguous rubric", b'{"rubric": "backend", "answer": "a"}', 409),
    ("too large", b'{"answer": "' + b"a" * 300_000 + b'"}', 413),
]


def check(reply: Any, status: int) -> None:
    assert reply.status_code == status
    assert reply.headers["content-type"] == "application/problem+json"
    body = reply.json()
    assert {"type", "title", "status", "detail", "instance", "request_id"} <= set(body)
    assert (body["status"], body["request_id"]) == (status, reply.headers["x-request-id"])
    assert len(body.get("errors", ())) <= 20
    assert "xyzzy" not in reply.text


@pytest.mark.parametrize(("body", "status"), [case[1:] for case in BODIES], ids=[case[0] for case in BODIES])
def test_a_body_that_cannot_be_used_gets_a_problem(client: TestClient, body: bytes, status: int) -> None:
    check(client.post("/v1/grades", content=body, headers=JSON), status)


@pytest.mark.parametrize("kind", ["text/plain", "text/json", "application/x-www-form-urlencoded", "xyzzy", None])
def test_another_content_type_is_refused(client: TestClient, kind: str | None) -> None:
    headers = {"content-type": kind} if kind else {}
    check(client.post("/v1/grades", content=b'{"rubric": "x", "answer": "a"}', headers=headers), 415)


@pytest.mark.parametrize("path", ["/xyzzy", "/v1/rubrics/backend-hiring-questions/xyzzy", "/v1/rubrics/xyzzy/b/hints"])
def test_unknown_addresses_get_problems_too(client: TestClient, path: str) -> None:
    check(client.get(path), 404)


@pytest.mark.parametrize("path", ["%2e%2e/%2e%2e", "%00/%00", "%ff/%ff", "lexicon/backend", "a/" + "b" * 5000])
def test_an_address_of_no_rubric_opens_no_file(client: TestClient, path: str) -> None:
    check(client.get(f"/v1/rubrics/{path}"), 404)


def test_a_wrong_method_is_told_the_right_one(client: TestClient) -> None:
    reply = client.delete("/v1/grades")
    check(reply, 405)
    assert reply.headers["allow"] == "POST"


def test_a_fault_in_the_body_is_named_by_pointer_and_code(client: TestClient) -> None:
    found = client.post("/v1/grades", json={"rubric": "x", "answer": "a\0", "xyzzy": 1}).json()["errors"]
    assert found == [{"pointer": "/answer", "code": "nul_character"}, {"pointer": "", "code": "extra_forbidden"}]


def test_a_fault_in_the_address_is_named_by_parameter(client: TestClient) -> None:
    reply = client.post("/v1/grades?view=xyzzy", json={"rubric": "when-to-use-cache", "answer": "a"})
    check(reply, 422)
    assert reply.json()["errors"] == [{"parameter": "view", "code": "literal_error"}]


def test_an_unknown_rubric_names_those_that_are_near(client: TestClient) -> None:
    found = client.post("/v1/grades", json={"rubric": "when-to-use-cash", "answer": "a"}).json()
    assert found["type"] == "/problems/unknown-rubric"
    assert "backend-hiring-questions/when-to-use-cache" in found["near"]
