"""POST /v1/grades."""

from starlette.testclient import TestClient

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


def test_nothing_is_kept_so_no_address_of_the_grade_is_promised(client: TestClient) -> None:
    reply = client.post("/v1/grades", json=BODY)
    assert "location" not in reply.headers
    assert client.get(f"/v1/grades/{reply.json()['id']}").status_code == 404


def test_notes_are_read_as_shorthand(client: TestClient) -> None:
    body = {"rubric": "when-to-use-cache", "answer": "slow query", "mode": "notes"}
    assert client.post("/v1/grades", json=body).json()["mode"] == "notes"
