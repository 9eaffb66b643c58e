"""GET /v1/rubrics."""

from starlette.testclient import TestClient

SEED, SLUG = "backend-hiring-questions", "when-to-use-cache"


def test_all_27_rubrics_are_listed(client: TestClient) -> None:
    found = client.get("/v1/rubrics").json()["rubrics"]
    assert len(found) == 27
    assert all(set(item) == {"id", "question", "hash", "concepts"} for item in found)


def test_a_rubric_comes_whole_with_its_hash(client: TestClient) -> None:
    found = client.get(f"/v1/rubrics/{SEED}/{SLUG}").json()
    listed = {item["id"]: item["hash"] for item in client.get("/v1/rubrics").json()["rubrics"]}
    assert found["hash"] == listed[f"{SEED}/{SLUG}"]
    assert found["concepts"][0]["source"] == "to cache expensive operations"


def test_part_of_a_slug_is_no_address(client: TestClient) -> None:
    assert client.get(f"/v1/rubrics/{SEED}/cache").status_code == 404


def test_hints_for_empty_notes_are_all_open(client: TestClient) -> None:
    found = client.get(f"/v1/rubrics/{SEED}/{SLUG}/hints").json()
    assert {hint["state"] for hint in found["hints"]} == {"open"}
