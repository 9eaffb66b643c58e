"""Hostile values in every field that takes a text or a number: refused or served, never a fault, never echoed."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from .both import postgresql as postgresql
from .both import town as town
from .tenants import World

MARK = "xyzzysecret"
HOSTILE: tuple[str, ...] = (
    "NaN", "Infinity", "1e999", "-1e999", "9" * 400, "-1", "0", "1.5", "null", "true", "[]", "{}", '""',
    '"\\u0000"', '"\\ud800"', f'"{MARK}\\u0000"', f'"{MARK}\\ud800"', f'"{MARK}\\u202e"', '"' + "a" * 30_000 + '"',
    f'"{MARK}\' OR 1=1 --"', f'"../../{MARK}"', '"\\ufeff"', f'"<script>{MARK}</script>"', '"2026-01-01T00:00:00"',
    '"0001-01-01T00:00:00+23:59"', '"9999-12-31T23:59:59-23:59"', "[[[[[[]]]]]]", f'{{"{MARK}": 1}}',
)  # fmt: skip
QUERY = (
    "%00",
    "%ff",
    "%ed%a0%80",
    MARK + "%00",
    "a" * 5000,
    "NaN",
    "1e999",
    "9" * 400,
    "-1",
    "%F0%9F%99%82",
    "%0a" + MARK,
)
PLACE = "@@"


@pytest.fixture(scope="module")
def admin(town: World) -> TestClient:
    return town.client("admin")


@pytest.fixture(scope="module")
def grade(admin: TestClient) -> str:
    made: str = admin.post("/v1/grades", json={"rubric": "when-to-use-cache", "answer": "slow"}).json()["id"]
    return made


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to each text or number of a body."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if items is None:
        yield path
    else:
        for key, part in items:
            yield from leaves(part, (*path, key))


def with_hostile(body: Any, path: tuple[Any, ...], raw: str) -> bytes:
    """Return a body with one value replaced by raw JSON."""
    changed = copy.deepcopy(body)
    inner = changed
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = PLACE
    return json.dumps(changed).replace(f'"{PLACE}"', raw).encode()


def bodies(document: dict[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """Yield method, address and a body with every field of each operation that takes JSON."""
    schemas = document["components"]["schemas"]
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            content = operation.get("requestBody", {}).get("content", {}).get("application/json")
            if content:
                schema = schemas.get(content["schema"].get("$ref", "").rpartition("/")[2], {})
                examples = content.get("example"), *content["schema"].get("examples", ()), *schema.get("examples", ())
                body = next(example for example in examples if example)
                fields = dict.fromkeys(schema.get("properties", ()), PLACE)
                yield method, path, fields | copy.deepcopy(body)


def check(reply: Any) -> None:
    assert reply.status_code < 500, f"{reply.request.method} {str(reply.request.url)[:200]}: {reply.text}"
    if reply.status_code >= 400:
        assert reply.headers["content-type"] == "application/problem+json"
        assert MARK not in reply.text


@pytest.mark.long
def test_no_value_of_a_body_is_a_fault_or_comes_back_in_an_error(town: World, admin: TestClient, grade: str) -> None:
    tried = 0
    for method, path, body in bodies(town.app.openapi()):
        address = path.replace("{grade_id}", grade)
        for place in leaves(body):
            for raw in HOSTILE:
                headers = {"content-type": "application/json", "if-match": '"1"'}
                check(admin.request(method, address, content=with_hostile(body, place, raw), headers=headers))
                tried += 1
    assert tried > 800


@pytest.mark.long
def test_no_value_of_an_address_is_a_fault_or_comes_back_in_an_error(town: World, admin: TestClient) -> None:
    tried = 0
    for path, methods in town.app.openapi()["paths"].items():
        for method, operation in methods.items():
            names = {found["name"]: found["in"] for found in operation.get("parameters", ())}
            for name, where in names.items():
                for raw in QUERY if where != "header" else ():
                    filled = path.replace(f"{{{name}}}", raw)
                    address = filled.replace("{", "").replace("}", "") + (f"?{name}={raw}" if where == "query" else "")
                    check(admin.request(method, address, json={}))
                    tried += 1
    assert tried > 250


@pytest.mark.parametrize("header", ["idempotency-key", "if-match", "x-request-id", "authorization", "content-type"])
def test_no_value_of_a_header_is_a_fault(admin: TestClient, grade: str, header: str) -> None:
    for raw in (b"\x00", b"\xff", b"\xed\xa0\x80", b"a" * 5000, b'"', b"NaN", b"-1", MARK.encode() + b"\x7f", b""):
        check(admin.post(f"/v1/grades/{grade}/confirm", headers={header.encode(): raw}))
