"""What people do about grades."""

from typing import Any

import pytest
from starlette.testclient import TestClient

BODY = {"rubric": "when-to-use-cache", "answer": "For slow queries, with a TTL."}
REASON = "The candidate said so in the interview."
FIRST = {"if-match": '"1"'}


@pytest.fixture
def made(client: TestClient) -> dict[str, Any]:
    """A new grade, with its address."""
    reply = client.post("/v1/grades", json=BODY)
    return {**reply.json(), "path": reply.headers["location"]}


def test_an_override_is_in_force_and_the_machines_grade_stays(client: TestClient, made: dict[str, Any]) -> None:
    body = {"concepts": [{"concept": "oauth-token", "verdict": "met"}], "reason": REASON}
    reply = client.post(f"{made['path']}/overrides", json=body, headers=FIRST)
    now, history = client.get(made["path"]), client.get(f"{made['path']}/history").json()
    assert (reply.status_code, reply.headers["etag"], now.headers["etag"]) == (201, '"2"', '"2"')
    assert now.json()["score"] > made["score"]
    assert history["revisions"][0]["machine"]["score"] == made["score"]
    assert history["overrides"][0]["reason"] == REASON


def test_of_two_changes_of_one_version_the_second_is_refused(client: TestClient, made: dict[str, Any]) -> None:
    body = {"score": 1, "reason": REASON}
    replies = [client.post(f"{made['path']}/overrides", json=body, headers=FIRST).status_code for _ in range(2)]
    assert replies == [201, 412]


@pytest.mark.parametrize("act", ["overrides", "confirm", "release", "regrade"])
def test_a_change_must_say_which_version_it_is_of(client: TestClient, made: dict[str, Any], act: str) -> None:
    body = {"score": 1, "reason": REASON} if act == "overrides" else None
    path = f"{made['path']}/{act}"
    assert client.post(path, json=body).json()["type"] == "/problems/version-missing"
    for tag in ('"2"', "*", "1", '""', 'W/"1"', "xyzzy"):
        assert client.post(path, json=body, headers={"if-match": tag}).json()["type"] == "/problems/stale"


@pytest.mark.parametrize(
    "body",
    [
        {"score": 1},
        {"score": 1, "reason": "short"},
        {"score": 1, "reason": " " * 40},
        {"score": 1, "reason": "a" * 2001},
        {"score": 1.01, "reason": REASON},
        {"score": -0.01, "reason": REASON},
        {"reason": REASON},
        {"concepts": [{"concept": "xyzzy", "verdict": "met"}], "reason": REASON},
        {"concepts": [{"concept": "oauth-token", "verdict": "partial"}], "reason": REASON},
        {"concepts": [{"concept": "oauth-token", "verdict": "met"}] * 2, "reason": REASON},
        {"score": 1, "reason": f"{REASON}\0"},
    ],
)
def test_a_decision_that_says_nothing_is_refused(client: TestClient, made: dict[str, Any], body: Any) -> None:
    reply = client.post(f"{made['path']}/overrides", json=body, headers=FIRST)
    assert reply.status_code == 422
    assert client.get(made["path"]).headers["etag"] == '"1"'


def test_to_confirm_settles_the_review(client: TestClient, made: dict[str, Any]) -> None:
    assert client.post(f"{made['path']}/confirm", headers=FIRST).status_code == 201
    assert client.get(made["path"]).json()["status"] == "graded"


def test_a_grade_that_is_not_stale_stays_as_it_is(client: TestClient, made: dict[str, Any]) -> None:
    headers = {**FIRST, "idempotency-key": made["id"]}
    replies = [client.post(f"{made['path']}/regrade", headers=headers) for _ in range(2)]
    assert [reply.headers["etag"] for reply in replies] == ['"1"', '"1"']
    assert made["id"] not in client.post("/v1/regrades", json={}).json()["regraded"]


def test_a_change_with_a_key_is_made_once(client: TestClient, made: dict[str, Any]) -> None:
    headers = {**FIRST, "idempotency-key": f"confirm-{made['id']}"}
    first, again = (client.post(f"{made['path']}/confirm", headers=headers) for _ in range(2))
    assert (first.status_code, again.status_code, again.content) == (201, 201, first.content)
    assert again.headers["idempotent-replayed"] == "true"
    assert len(client.get(f"{made['path']}/history").json()["confirmations"]) == 1
