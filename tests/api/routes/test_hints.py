"""POST /v1/hints."""

from starlette.testclient import TestClient


def test_notes_move_what_they_cover_to_the_end(client: TestClient) -> None:
    found = client.post("/v1/hints", json={"rubric": "when-to-use-cache", "notes": "slow query"}).json()
    assert [hint["state"] for hint in found["hints"]] == ["open", "covered"]
