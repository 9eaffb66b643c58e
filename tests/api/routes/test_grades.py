"""POST /v1/grades."""

from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from grader.asgi import create_app
from grader.settings import Settings
from tests.api.conftest import here
from tests.api.rubrics import RUBRIC, YAML

BODY = {"rubric": "when-to-use-rest-api-or-graphql", "answer": "GraphQL for our own apps, plain REST for partners."}


def test_an_answer_gets_a_grade(client: TestClient) -> None:
    reply = client.post("/v1/grades", json={**BODY, "external_id": "e-1", "candidate": "c-1"})
    grade = reply.json()
    assert reply.status_code == 201
    assert (grade["score"], grade["external_id"], grade["candidate"]) == (1.0, "e-1", "c-1")
    assert {concept["verdict"] for concept in grade["concepts"]} == {"met"}


def test_offsets_are_those_of_the_original_answer(client: TestClient) -> None:
    answer = "\u201cGraphQL\u201d \U0001f642 for our own apps"
    grade = client.post("/v1/grades", json={**BODY, "answer": answer}).json()
    spans = [span for concept in grade["concepts"] for span in concept["evidence"]]
    assert spans
    assert all(answer[span["start"] : span["end"]] == span["text"] for span in spans)


def test_the_questions_text_names_the_rubric_too(client: TestClient) -> None:
    body = {"question": "When to use REST API or GraphQL?", "answer": BODY["answer"]}
    assert client.post("/v1/grades", json=body).json()["score"] == 1.0


def test_two_posts_are_two_grades(client: TestClient) -> None:
    assert client.post("/v1/grades", json=BODY).json()["id"] != client.post("/v1/grades", json=BODY).json()["id"]


def test_the_candidates_view_has_nothing_of_the_rubric(client: TestClient) -> None:
    reply = client.post("/v1/grades?view=candidate", json=BODY)
    assert set(reply.json()) == {"id", "external_id", "status", "score", "feedback"}
    assert reply.json()["score"] is None
    assert "graphql-internal" not in reply.text


def test_a_grade_is_kept_at_the_address_that_is_promised(client: TestClient) -> None:
    reply = client.post("/v1/grades", json=BODY)
    again = client.get(reply.headers["location"])
    assert (again.status_code, again.content, again.headers["etag"]) == (200, reply.content, '"1"')


def test_the_history_holds_the_answer_and_what_the_machine_found(client: TestClient) -> None:
    made = client.post("/v1/grades", json=BODY)
    history = client.get(f"{made.headers['location']}/history").json()
    assert (history["answer"], history["version"], history["overrides"]) == (BODY["answer"], 1, [])
    assert history["revisions"][0]["machine"] == made.json()


def test_grades_are_listed_a_page_at_a_time_the_newest_first(client: TestClient) -> None:
    made = [client.post("/v1/grades", json={**BODY, "candidate": "c-pages"}).json()["id"] for _ in range(3)]
    found, query = [], "candidate=c-pages&limit=2"
    first = client.get(f"/v1/grades?{query}").json()
    second = client.get(f"/v1/grades?{query}&cursor={first['next_cursor']}").json()
    found = [line["id"] for page in (first, second) for line in page["grades"]]
    assert (found, second["next_cursor"]) == (made[::-1], None)


def test_a_cursor_of_another_listing_is_refused(client: TestClient) -> None:
    for _ in range(2):
        client.post("/v1/grades", json={**BODY, "candidate": "c-cursor"})
    cursor = client.get("/v1/grades?candidate=c-cursor&limit=1").json()["next_cursor"]
    for query in (f"candidate=c-other&cursor={cursor}", f"cursor={cursor}", f"candidate=c-cursor&cursor=x{cursor}"):
        assert client.get(f"/v1/grades?{query}").json()["type"] == "/problems/cursor-refused"


@pytest.mark.parametrize(
    "query",
    [
        "limit=0",
        "limit=-1",
        "limit=x",
        "before=2026-01-01",
        "before=0001-01-01T00:00:00%2B14:00",
        "status=x",
        "rubric=",
    ],
)
def test_a_filter_that_makes_no_sense_is_refused(client: TestClient, query: str) -> None:
    assert client.get(f"/v1/grades?{query}").status_code == 422


def test_a_limit_that_is_too_large_is_the_largest(client: TestClient) -> None:
    assert client.get(f"/v1/grades?limit={10**30}").status_code == 200


@pytest.mark.parametrize("name", ["grd_" + "a" * 26, "xyzzy", "%00", "grd_" + "A" * 26, "%ff", "grd_" + "a" * 4000])
def test_what_can_be_no_id_is_as_unknown_as_what_is_not_there(client: TestClient, name: str) -> None:
    for path in (f"/v1/grades/{name}", f"/v1/grades/{name}/history", f"/v1/candidate/grades/{name}"):
        assert client.get(path).json()["type"] == "/problems/unknown-grade"


def test_an_erased_grade_is_gone(client: TestClient) -> None:
    path = client.post("/v1/grades", json=BODY).headers["location"]
    assert client.delete(path).status_code == 204
    assert [client.get(path).status_code, client.delete(path).status_code] == [404, 404]


def test_notes_are_read_as_shorthand(client: TestClient) -> None:
    body = {"rubric": "when-to-use-cache", "answer": "slow query", "mode": "notes"}
    assert client.post("/v1/grades", json=body).json()["mode"] == "notes"


@pytest.mark.parametrize("times", [1, 200])
def test_a_long_answer_is_graded_as_a_short_one_is(client: TestClient, times: int) -> None:
    body = {"rubric": "when-to-use-cache", "answer": "For slow queries. " * times}
    made = [client.post("/v1/grades", json=body).json() for _ in range(2)]
    assert made[0] | {"id": ""} == made[1] | {"id": ""}
    assert client.get(f"/v1/grades/{made[0]['id']}").json() == made[0]


def test_a_key_whose_rubric_has_no_clear_name_any_more_still_has_its_reply(tmp_path: Path) -> None:
    client = here(create_app(Settings(data_dir=tmp_path)))
    headers, body = {"idempotency-key": "k-1"}, {"rubric": "how-to-juggle", "answer": "more servers"}

    def post(headers: dict[str, str]) -> Any:
        return client.post("/v1/grades", json=body, headers=headers)

    client.post("/v1/rubrics", content=RUBRIC.format(slug="how-to-juggle-one"), headers=YAML)
    first = post(headers)
    client.post("/v1/rubrics", content=RUBRIC.format(slug="how-to-juggle-two"), headers=YAML)
    assert (first.status_code, post({}).status_code) == (201, 409)
    assert post(headers).content == first.content
