"""What a candidate may see, and erasure."""

from starlette.testclient import TestClient

BODY = {"rubric": "when-to-use-cache", "answer": "For slow queries, with a TTL.", "candidate": "c-seen"}


def test_nothing_is_shown_before_a_person_has_released_it(client: TestClient) -> None:
    made = client.post("/v1/grades", json=BODY)
    name, path = made.json()["id"], made.headers["location"]
    assert client.get(f"/v1/candidate/grades/{name}").status_code == 404
    assert client.get(f"{path}?view=candidate").status_code == 404
    assert client.post(f"{path}/release", headers={"if-match": '"1"'}).status_code == 201
    shown = client.get(f"/v1/candidate/grades/{name}").json()
    assert set(shown) == {"id", "external_id", "status", "score", "feedback"}
    assert (shown["status"], shown["score"]) == ("released", made.json()["score"])
    assert client.get(f"{path}?view=candidate").json() == shown


def test_what_was_shown_stays_until_it_is_released_again(client: TestClient) -> None:
    path = client.post("/v1/grades", json=BODY).headers["location"]
    client.post(f"{path}/release", headers={"if-match": '"1"'})
    body = {"score": 1, "reason": "A person looked at it again."}
    assert client.post(f"{path}/overrides", json=body, headers={"if-match": '"2"'}).status_code == 201
    assert client.get(f"{path}?view=candidate").json()["score"] < 1


def test_all_of_a_candidate_is_erased_and_may_be_again(client: TestClient) -> None:
    paths = [client.post("/v1/grades", json={**BODY, "candidate": "c 17/ü"}).headers["location"] for _ in range(2)]
    assert client.delete("/v1/candidates/c 17%2Fü").status_code == 404, "a slash is no part of a path segment"
    for path in paths:
        client.delete(path)
    made = client.post("/v1/grades", json={**BODY, "candidate": "c-17"}).headers["location"]
    replies = [client.delete("/v1/candidates/c-17").json() for _ in range(2)]
    assert replies == [{"erased": 1}, {"erased": 0}]
    assert client.get(made).status_code == 404
