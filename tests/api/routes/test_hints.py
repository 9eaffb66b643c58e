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


def test_a_hint_that_was_asked_makes_room_for_the_next_rung(client: TestClient) -> None:
    asked = {"rubric": "when-to-use-cache", "notes": "slow query", "asked": ["oauth-token", "oauth-token"]}
    found = client.post("/v1/hints", json=asked).json()["hints"][0]
    assert (found["concept"], found["rung"]) == ("oauth-token", "direct")
    assert [step["rung"] for step in found["ladder"]] == ["nudge", "narrow", "direct"]


def test_what_is_covered_is_asked_about_in_depth(client: TestClient) -> None:
    found = client.post("/v1/hints", json={"rubric": "when-to-use-cache", "notes": "slow query"}).json()["hints"][1]
    assert (found["rung"], found["hint"]) == ("follow_up", found["follow_up"])


def test_a_concept_that_the_rubric_lacks_cannot_have_been_asked(client: TestClient) -> None:
    reply = client.post("/v1/hints", json={"rubric": "when-to-use-cache", "asked": ["nothing"]})
    assert (reply.status_code, reply.json()["type"]) == (404, "/problems/unknown-concept")
