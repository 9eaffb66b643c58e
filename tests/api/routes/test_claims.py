"""What people decide about claims beyond the rubric, over HTTP."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.api.tenants import World, world

ANSWER = "Slow queries. I would add an index on the foreign keys too."
BODY = {"rubric": "when-to-use-cache", "answer": ANSWER}


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with world(Path(tmp_path_factory.mktemp("claims"))) as found:
        yield found


@pytest.fixture
def client(town: World, request: pytest.FixtureRequest) -> TestClient:
    """An administrator of a tenant of the test's own."""
    return town.client("admin", request.node.name[:100])


@pytest.fixture
def made(client: TestClient) -> dict[str, Any]:
    """A new grade, with the address of its claims and a decision about the only one."""
    grade = client.post("/v1/grades", json=BODY).json()
    (span,) = grade["beyond"]
    body = {"start": span["start"], "end": span["end"], "kind": "ignored"}
    return {"id": grade["id"], "claims": f"/v1/grades/{grade['id']}/claims", "body": body, "text": span["text"]}


def test_a_claim_is_open_until_somebody_decides(client: TestClient, made: dict[str, Any]) -> None:
    (claim,) = client.get(made["claims"]).json()["claims"]
    assert (claim["text"], claim["ruling"], claim["rulings"]) == (made["text"], None, [])
    reply = client.post(made["claims"], json=made["body"])
    assert (reply.status_code, reply.headers["location"]) == (201, made["claims"])
    (claim,) = client.get(made["claims"]).json()["claims"]
    assert claim["ruling"] == reply.json()
    assert made["text"] not in reply.text


def test_a_decision_holds_for_the_same_words_and_undoing_is_an_entry(client: TestClient, made: dict[str, Any]) -> None:
    client.post(made["claims"], json=made["body"])
    other = client.post("/v1/grades", json=BODY).json()["id"]
    (claim,) = client.get(f"/v1/grades/{other}/claims").json()["claims"]
    assert claim["ruling"]["kind"] == "ignored"
    assert client.post(f"/v1/grades/{other}/claims", json={**made["body"], "kind": "open"}).status_code == 201
    (claim,) = client.get(made["claims"]).json()["claims"]
    assert (claim["ruling"], [each["kind"] for each in claim["rulings"]]) == (None, ["ignored", "open"])


def test_the_same_request_twice_decides_once(client: TestClient, made: dict[str, Any]) -> None:
    key = {"idempotency-key": "once"}
    first, again = (client.post(made["claims"], json=made["body"], headers=key) for _ in range(2))
    assert (first.json(), again.headers["idempotent-replayed"]) == (again.json(), "true")
    assert len(client.get(made["claims"]).json()["claims"][0]["rulings"]) == 1


def test_decisions_are_in_the_history_and_the_export(client: TestClient, made: dict[str, Any]) -> None:
    ruling = client.post(made["claims"], json=made["body"]).json()
    assert client.get(f"/v1/grades/{made['id']}/history").json()["rulings"] == [ruling]
    assert ruling["id"] in client.get("/v1/exports/grades").text


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "open"},
        {"kind": "same_as"},
        {"kind": "same_as", "concept": "xyzzy"},
        {"concept": "oauth-token"},
        {"start": 0},
        {"start": -1},
        {"kind": "burn"},
        {"more": 1},
    ],
)
def test_what_makes_no_sense_is_refused(client: TestClient, made: dict[str, Any], wrong: dict[str, Any]) -> None:
    reply = client.post(made["claims"], json=made["body"] | wrong)
    assert reply.status_code == 422
    assert client.get(made["claims"]).json()["claims"][0]["rulings"] == []


def test_who_may_not_override_may_read_and_decide_nothing(town: World) -> None:
    tenant = "roles"
    grade = town.client("admin", tenant).post("/v1/grades", json=BODY).json()
    (span,) = grade["beyond"]
    path, body = f"/v1/grades/{grade['id']}/claims", {"start": span["start"], "end": span["end"], "kind": "ignored"}
    assert town.client("grader", tenant).get(path).status_code == 200
    assert town.client("grader", tenant).post(path, json=body).status_code == 403
    assert town.client("interviewer", tenant).post(path, json=body).status_code == 201
    assert town.client("candidate", tenant).get(path).status_code == 404
    assert town.nobody().get(path).status_code == 401
