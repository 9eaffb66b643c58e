"""Errors: one shape, no input echoed, no bug's text."""

import inspect
from typing import Any

import pytest
from starlette.testclient import TestClient

from grader import errors
from grader.api.problems import STATUS

SECRET = "xyzzy-secret"
BODIES: list[tuple[str, bytes, int]] = [
    ("not JSON", b"{", 400),
    ("not UTF-8", b'{"rubric": "\xff"}', 400),
    ("NaN", b'{"rubric": "x", "answer": NaN}', 400),
    ("infinite", b'{"rubric": "x", "answer": 1e999}', 400),
    ("half a surrogate in a value", b'{"rubric": "x", "answer": "\\ud800"}', 400),
    ("half a surrogate in a key", b'{"\\ud800": 1}', 400),
    ("deep", b'{"answer": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", 400),
    ("an empty body", b"", 422),
    ("a list", b"[]", 422),
    ("an unknown field", b'{"rubric": "x", "answer": "a", "xyzzy-secret": 1}', 422),
    ("neither rubric nor question", b'{"answer": "xyzzy-secret"}', 422),
    ("both", b'{"rubric": "x", "question": "x", "answer": "a"}', 422),
    ("NUL", b'{"rubric": "x", "answer": "xyzzy-secret\\u0000"}', 422),
    ("a wrong mode", b'{"rubric": "x", "answer": "a", "mode": "xyzzy-secret"}', 422),
    ("a control character in an id", b'{"rubric": "x", "answer": "a", "external_id": "xyzzy-secret\\n"}', 422),
    ("too long an answer", b'{"rubric": "x", "answer": "' + b"a" * 20_001 + b'"}', 422),
    ("an unknown rubric", b'{"rubric": "xyzzy-secret", "answer": "a"}', 404),
    ("an ambiguous rubric", b'{"rubric": "backend", "answer": "a"}', 409),
    ("too large", b'{"answer": "' + b"a" * 300_000 + b'"}', 413),
]


def check(reply: Any, status: int) -> None:
    assert reply.status_code == status
    assert reply.headers["content-type"] == "application/problem+json"
    body = reply.json()
    assert {"type", "title", "status", "detail"} <= set(body)
    assert body["status"] == status
    assert SECRET not in reply.text.replace(f"/{SECRET}", "")


@pytest.mark.parametrize(("body", "status"), [case[1:] for case in BODIES], ids=[case[0] for case in BODIES])
def test_a_body_that_cannot_be_used_gets_a_problem(client: TestClient, body: bytes, status: int) -> None:
    check(client.post("/v1/grades", content=body, headers={"content-type": "application/json"}), status)


def test_another_content_type_is_refused(client: TestClient) -> None:
    check(client.post("/v1/grades", content=b"x=1", headers={"content-type": "text/plain"}), 415)


def test_unknown_addresses_and_methods_get_problems_too(client: TestClient) -> None:
    check(client.get(f"/{SECRET}"), 404)
    check(client.delete("/v1/grades"), 405)
    check(client.get(f"/v1/rubrics/backend-hiring-questions/{SECRET}"), 404)


def test_a_fault_in_the_body_is_named_by_pointer_and_code(client: TestClient) -> None:
    found = client.post("/v1/grades", json={"rubric": "x", "answer": "a\0"}).json()
    assert found["errors"] == [{"pointer": "/answer", "code": "value_error"}]


def test_an_unknown_rubric_names_those_that_are_near(client: TestClient) -> None:
    found = client.post("/v1/grades", json={"rubric": "when-to-use-cash", "answer": "a"}).json()
    assert "backend-hiring-questions/when-to-use-cache" in found["near"]


def test_every_error_has_a_status() -> None:
    kinds = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, errors.GraderError)]
    leaves = [kind for kind in kinds if not kind.__subclasses__()]
    assert [kind for kind in leaves if kind not in STATUS] == []
