"""Batches over HTTP."""

import base64
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.api.batching import KIND, LINES, Shop

KEYED = {**KIND, "idempotency-key": "k-1"}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    made = Shop(tmp_path_factory.mktemp("data"))
    yield made
    made.close()


def test_a_batch_is_taken_watched_and_read(shop: Shop) -> None:
    reply = shop.client.post("/v1/batches", content=LINES, headers={**KIND, "idempotency-key": "whole"})
    assert (reply.status_code, reply.json()["state"], reply.headers["retry-after"]) == (202, "validating", "2")
    shop.engine.run()
    found = shop.client.get(reply.headers["location"]).json()
    assert (found["state"], found["counts"]["total"], found["counts"]["failed"]) == ("completed", 2, 1)
    assert found["digest"] == "sha256:" + hashlib.sha256(LINES).hexdigest()
    events = shop.client.get(f"{reply.headers['location']}/events").text
    assert events.startswith("event: batch\ndata: {")
    assert '"state":"completed"' in events


def test_results_come_as_pages_and_as_lines(shop: Shop) -> None:
    batch = shop.send(key="pages")
    shop.engine.run()
    page = shop.client.get(f"/v1/batches/{batch}/results", params={"limit": 1}).json()
    assert ([row["row"] for row in page["rows"]], page["next_after"]) == ([0], 0)
    rest = shop.client.get(f"/v1/batches/{batch}/results", params={"after": 0}).json()
    assert ([row["outcome"] for row in rest["rows"]], rest["next_after"]) == (["failed"], None)
    text = shop.client.get(f"/v1/batches/{batch}/results", headers={"accept": "application/jsonl"}).text
    *lines, end = text.splitlines(keepends=True)
    assert json.loads(end)["sha256"] == hashlib.sha256("".join(lines).encode()).hexdigest()
    assert json.loads(lines[0])["grade"]["external_id"] == "a-1"


def test_the_same_key_and_body_are_one_batch_and_other_bodies_are_refused(shop: Shop) -> None:
    batch = shop.send(key="twice")
    again = shop.client.post("/v1/batches", content=LINES, headers={**KIND, "idempotency-key": "twice"})
    assert (again.status_code, again.json()["id"], again.headers["idempotent-replayed"]) == (202, batch, "true")
    other = shop.client.post("/v1/batches", content=LINES * 2, headers={**KIND, "idempotency-key": "twice"})
    assert (other.status_code, other.json()["type"]) == (422, "/problems/idempotency-key-reused")


def test_nothing_of_a_refused_upload_is_kept(shop: Shop, tmp_path: Path) -> None:
    spool = shop.services.batches.intake._folder
    before = set(spool.iterdir())
    wrong = base64.b64encode(hashlib.sha256(b"other").digest()).decode()
    sent = {**KEYED, "idempotency-key": "digest", "content-digest": f"sha-256=:{wrong}:"}
    assert shop.client.post("/v1/batches", content=LINES, headers=sent).status_code == 422
    assert set(spool.iterdir()) == before


@pytest.mark.parametrize(
    ("headers", "query", "status"),
    [
        (KIND, {}, 400),
        ({**KEYED, "content-type": "application/json"}, {}, 415),
        ({**KEYED, "content-type": "multipart/form-data"}, {}, 415),
        ({**KEYED, "content-encoding": "gzip"}, {}, 415),
        ({**KEYED, "content-length": str(2 * 1024**3)}, {}, 413),
        (KEYED, {"judge": "always"}, 422),
        (KEYED, {"judge": "maybe"}, 422),
        (KEYED, {"budget": "-1"}, 422),
        (KEYED, {"rubric": "a\0b"}, 422),
    ],
)
def test_what_cannot_be_taken_is_refused(
    shop: Shop, headers: dict[str, str], query: dict[str, str], status: int
) -> None:
    reply = shop.client.post("/v1/batches", content=LINES, headers=headers, params=query)
    assert (reply.status_code, reply.headers["content-type"]) == (status, "application/problem+json")


def test_candidates_are_totalled_by_the_weights_of_an_assessment(shop: Shop) -> None:
    batch = shop.send(key="weighed")
    shop.engine.run()
    (line,) = shop.client.get(f"/v1/batches/{batch}/candidates?assessment=backend-take-home").json()["candidates"]
    assert (line["total"], line["counted"].endswith(" of 12")) == (None, True)
    assert line["low"] < line["high"]
    assert shop.client.get(f"/v1/batches/{batch}/candidates?assessment=no-such").status_code == 404


def test_candidates_reviews_and_lists_are_there(shop: Shop) -> None:
    batch = shop.send(key="more")
    shop.engine.run()
    (line,) = shop.client.get(f"/v1/batches/{batch}/candidates").json()["candidates"]
    assert (line["candidate"], line["counted"]) == ("c-1", "1 of 1")
    assert [row["row"] for row in shop.client.get(f"/v1/batches/{batch}/review").json()["rows"]] in ([], [0])
    page = shop.client.get("/v1/batches", params={"limit": 1}).json()
    assert ([found["id"] for found in page["batches"]], page["next_before"]) == ([batch], batch)


def test_a_batch_is_cancelled_and_deleted(shop: Shop) -> None:
    batch = shop.send(key="gone")
    assert shop.client.post(f"/v1/batches/{batch}/cancel").json()["state"] == "cancelling"
    assert shop.client.post(f"/v1/batches/{batch}/cancel").status_code == 202
    assert shop.client.delete(f"/v1/batches/{batch}").status_code == 204
    for path in ("", "/results", "/events", "/review", "/candidates"):
        assert shop.client.get(f"/v1/batches/{batch}{path}").status_code == 404
    assert shop.client.get("/v1/batches/bat_x").status_code == 404


def test_a_csv_file_is_taken(shop: Shop) -> None:
    body = b"id,rubric,answer\na-1,backend-hiring-questions/when-to-use-cache,For slow queries\n"
    batch = shop.send(body, "csv", **{"content-type": "text/csv"})
    shop.engine.run()
    assert shop.client.get(f"/v1/batches/{batch}").json()["counts"]["total"] == 1
