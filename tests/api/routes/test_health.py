"""GET /livez, /readyz and /metrics."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from secrets import token_hex

import pytest
from starlette.testclient import TestClient

from grader.access import HOME
from grader.api import build_app
from grader.bootstrap import Serving, serving
from grader.errors import StorageBusy
from grader.grading import utc_now
from grader.settings import Settings
from grader.telemetry import Check
from tests.api.conftest import here
from tests.storage.batching import kept_batch

ELSEWHERE = {"host": "rebound.example"}


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Serving]:
    opened = serving(Settings(data_dir=tmp_path))
    yield opened
    opened.close()


def with_check(services: Serving, *, vital: bool) -> TestClient:
    def run() -> None:
        raise StorageBusy

    return here(build_app(replace(services, checks=(Check("write", run, vital=vital),))))


def test_the_service_says_that_it_lives(client: TestClient) -> None:
    assert client.get("/livez").json() == {"status": "ok"}


def test_the_service_is_ready_once_its_database_is(client: TestClient) -> None:
    reply = client.get("/readyz")
    assert (reply.status_code, reply.json()) == (200, {"status": "ok", "failing": {}})


def test_what_fails_is_named_to_the_administrator_only(services: Serving) -> None:
    client = with_check(services, vital=True)
    reply, public = client.get("/readyz"), client.get("/readyz", headers=ELSEWHERE)
    assert (reply.status_code, public.status_code, public.headers["retry-after"]) == (503, 503, "2")
    assert list(reply.json()["failing"]) == ["write"]
    assert "failing" not in public.json()


def test_without_what_is_not_vital_the_service_is_degraded(services: Serving) -> None:
    reply = with_check(services, vital=False).get("/readyz", headers=ELSEWHERE)
    assert (reply.status_code, reply.json()) == (200, {"status": "degraded", "failing": {}})


def test_a_batch_that_nobody_works_on_is_seen(services: Serving) -> None:
    client, (store, batch) = here(build_app(services)), kept_batch(services.database, HOME)
    assert client.get("/readyz").json()["status"] == "ok", "it has only just begun to wait"
    old = replace(batch, id=f"bat_{token_hex(13)}", changed=utc_now() - timedelta(minutes=5))
    store.write(lambda unit: unit.batches.add(old))
    reply = client.get("/readyz")
    assert (reply.status_code, reply.json()["status"], list(reply.json()["failing"])) == (200, "degraded", ["worker"])
    for each in (batch, old):
        store.write(lambda unit, each=each: unit.lives.erase(each.id))  # type: ignore[misc]
    assert client.get("/readyz").json()["status"] == "ok"


def test_a_database_that_is_closed_is_not_ready(services: Serving) -> None:
    client = here(build_app(services))
    services.close()
    assert client.get("/readyz").status_code == 503


def test_figures_are_for_the_administrator(client: TestClient) -> None:
    assert "grader_requests_total" in client.get("/metrics").text
    assert client.get("/metrics", headers=ELSEWHERE).status_code == 401
