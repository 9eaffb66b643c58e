"""A database that is full or locked: nothing is lost, nothing is half done, and the client is told what to do."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from grader.api import build_app
from grader.bootstrap import Serving, serving
from grader.settings import Settings

from .conftest import here

BODY = {"rubric": "when-to-use-cache", "answer": "For slow queries. " * 500}


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Serving]:
    opened = serving(Settings(data_dir=tmp_path))
    yield opened
    opened.close()


@pytest.fixture
def client(services: Serving) -> TestClient:
    return here(build_app(services))


def test_a_full_disk_is_507_until_there_is_room_again(services: Serving, client: TestClient) -> None:
    kept = [client.post("/v1/grades", json=BODY).headers["location"]]
    pages = services.database.write(lambda c: c.exec_driver_sql("PRAGMA page_count").scalar_one())
    services.database.write(lambda c: c.exec_driver_sql(f"PRAGMA max_page_count={pages}"))
    replies = [client.post("/v1/grades", json=BODY, headers={"idempotency-key": f"k-{n}"}) for n in range(20)]
    kept += [reply.headers["location"] for reply in replies if reply.status_code == 201]
    assert {reply.status_code for reply in replies} <= {201, 507}
    assert replies[-1].json()["type"] == "/problems/storage-full"
    assert [client.get(path).status_code for path in kept] == [200] * len(kept)
    services.database.write(lambda c: c.exec_driver_sql("PRAGMA max_page_count=100000"))
    assert client.post("/v1/grades", json=BODY, headers={"idempotency-key": "k-19"}).status_code == 201


@pytest.mark.faults
def test_a_locked_database_is_503_while_reading_goes_on(services: Serving, client: TestClient, tmp_path: Path) -> None:
    path = client.post("/v1/grades", json=BODY).headers["location"]
    other = sqlite3.connect(tmp_path / "grader.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    refused = client.post("/v1/grades", json=BODY)
    assert (refused.status_code, refused.headers["retry-after"]) == (503, "2")
    assert refused.json()["type"] == "/problems/storage-busy"
    assert client.get(path).status_code == 200
    assert client.get("/readyz").status_code == 503
    other.execute("ROLLBACK")
    other.close()
    assert client.post("/v1/grades", json=BODY).status_code == 201
    assert client.get("/readyz").status_code == 200
    assert len(client.get("/v1/grades").json()["grades"]) == 2, "what was refused was not done"
