"""POST /v1/hints."""

from starlette.testclient import TestClient


def test_notes_move_what_they_cover_to_the_end(client: TestClient) -> None:
    found = client.post("/v1/hints", json={"rubric": "when-to-use-cache", "notes": "slow query"}).json()
    assert [hint["state"] for hint in found["hints"]] == ["open", "covered"]


def test_without_notes_the_hints_are_those_of_the_rubric(client: TestClient) -> None:
    found = client.post("/v1/hints", json={"rubric": "when-to-use-cache"}).json()
    assert found == client.get(f"/v1/rubrics/{found['rubric']}/hints").json()


def test_an_answer_is_no_field_of_hints(client: TestClient) -> None:
    reply = client.post("/v1/hints", json={"rubric": "when-to-use-cache", "answer": "slow query"})
    assert reply.json()["errors"] == [{"pointer": "", "code": "extra_forbidden"}]
