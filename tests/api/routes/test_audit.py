"""Who did what."""

from starlette.testclient import TestClient

BODY = {"rubric": "when-to-use-cache", "answer": "For slow queries.", "candidate": "c-canary"}


def test_what_was_done_is_told_in_order_a_page_at_a_time(client: TestClient) -> None:
    for _ in range(2):
        client.post("/v1/grades", json=BODY)
    first = client.get("/v1/audit?limit=1").json()
    second = client.get(f"/v1/audit?limit=1&after={first['next_after']}").json()
    assert second["entries"][0]["previous"] == first["entries"][0]["hash"]
    assert client.get(f"/v1/audit?after={2**31 - 1}").json() == {"entries": [], "next_after": None}


def test_no_answer_and_no_candidate_is_in_it(client: TestClient) -> None:
    made = client.post("/v1/grades", json=BODY).json()["id"]
    text = client.get("/v1/audit?limit=1000").text
    assert made in text
    assert "c-canary" not in text
    assert "slow queries" not in text
