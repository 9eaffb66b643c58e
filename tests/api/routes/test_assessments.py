"""Assessments, and what a candidate's answers come to."""

from starlette.testclient import TestClient

CACHE, REST = (f"backend-hiring-questions/when-to-use-{slug}" for slug in ("cache", "rest-api-or-graphql"))
BODY = {"id": "short", "title": "Two questions", "questions": [{"rubric": CACHE}, {"rubric": REST, "weight": 3}]}


def test_an_assessment_that_was_sent_is_in_force(client: TestClient) -> None:
    reply = client.post("/v1/assessments", json=BODY)
    assert (reply.status_code, reply.headers["location"]) == (201, "/v1/assessments/short")
    assert client.get("/v1/assessments/short").json()["questions"][1] == {"rubric": REST, "weight": 3}
    assert "short" in client.get("/v1/assessments").json()["assessments"]


def test_those_in_files_are_there_too(client: TestClient) -> None:
    (name,) = (name for name in client.get("/v1/assessments").json()["assessments"] if name.startswith("backend"))
    assert len(client.get(f"/v1/assessments/{name}").json()["questions"]) == 12


def test_an_assessment_names_rubrics_that_are_there(client: TestClient) -> None:
    body = {**BODY, "questions": [{"rubric": "toy/nothing"}]}
    assert client.post("/v1/assessments", json=body).json()["type"] == "/problems/unknown-rubric"


def test_the_total_is_null_until_every_question_has_a_score(client: TestClient) -> None:
    client.post("/v1/assessments", json=BODY)
    first = client.post("/v1/grades", json={"rubric": CACHE, "answer": "slow queries", "candidate": "c-total"}).json()
    path = "/v1/assessments/short/total?candidate=c-total"
    assert client.get(path).json()["total"] is None
    client.post("/v1/grades", json={"rubric": REST, "answer": "", "candidate": "c-total"})
    found = client.get(path).json()
    assert (found["total"], found["counted"], found["blank"]) == (first["score"] / 4, "2 of 2", [REST])


def test_an_unknown_assessment_has_no_total(client: TestClient) -> None:
    for name in ("nothing", "%00", "A", "a" * 5000):
        reply = client.get(f"/v1/assessments/{name}/total?candidate=c")
        assert reply.json()["type"] == "/problems/unknown-assessment"
