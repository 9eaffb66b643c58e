"""What is told of every request: never what was sent."""

import io
import json
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from grader.telemetry import configure, silence

CANARY = "canary7f3a"


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    stream = io.StringIO()
    configure(stream)
    yield stream
    silence()


def parsed(lines: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines.getvalue().splitlines()]


def test_a_request_is_one_line_with_the_template_of_its_route(client: TestClient, lines: io.StringIO) -> None:
    client.get("/v1/rubrics/backend-hiring-questions/when-to-use-cache", headers={"x-request-id": "r-7"})
    (line,) = parsed(lines)
    assert (line["route"], line["method"], line["status"]) == ("/v1/rubrics/{seed}/{slug}", "GET", 200)
    assert (line["request_id"], line["tenant"], line["key_id"]) == ("r-7", "default", "local")


@pytest.mark.parametrize("path", ["/livez", "/readyz", "/metrics"])
def test_probes_fill_no_log(client: TestClient, lines: io.StringIO, path: str) -> None:
    client.get(path)
    assert parsed(lines) == []


def test_nothing_that_was_sent_is_in_a_line(client: TestClient, lines: io.StringIO) -> None:
    body = {"rubric": "when-to-use-cache", "answer": CANARY, "candidate": CANARY, "external_id": CANARY}
    for sent in (body, {**body, "rubric": CANARY}, {**body, CANARY: 1}):
        client.post(f"/v1/grades?view={CANARY}&x={CANARY}", json=sent, headers={"authorization": f"Bearer {CANARY}"})
        client.post("/v1/grades", json=sent, headers={"user-agent": CANARY, "cookie": CANARY})
    client.request(CANARY.upper(), f"/{CANARY}")
    assert len(parsed(lines)) == 7
    assert CANARY not in lines.getvalue().lower()
    assert CANARY not in client.get("/metrics").text.lower()


def test_requests_are_counted(client: TestClient) -> None:
    client.get("/v1/rubrics")
    assert 'grader_requests_total{method="GET",route="/v1/rubrics",status="200"}' in client.get("/metrics").text
