"""Versions of rubrics, and which grades a new one would change."""

from starlette.testclient import TestClient

from tests.api.rubrics import RUBRIC, YAML


def send(client: TestClient, text: str) -> None:
    assert client.post("/v1/rubrics", content=text, headers=YAML).status_code == 201


def test_versions_are_kept_and_numbered(client: TestClient) -> None:
    text = RUBRIC.format(slug="numbered")
    send(client, text)
    send(client, text.replace("more servers |", "more machines |"))
    found = client.get("/v1/rubrics/toy/numbered/versions").json()["versions"]
    assert [version["number"] for version in found] == [1, 2]
    first = client.get("/v1/rubrics/toy/numbered/versions/1").json()
    assert (first["hash"], first["concepts"][0]["expect"] is not None) == (found[0]["hash"], True)
    assert client.get("/v1/rubrics/toy/numbered/versions/3").status_code == 404


def test_a_rubric_in_a_file_has_no_versions_that_were_sent(client: TestClient) -> None:
    path = "/v1/rubrics/backend-hiring-questions/when-to-use-cache/versions"
    assert client.get(path).json() == {"versions": []}


def test_flips_name_the_grades_that_would_change_and_change_none(client: TestClient) -> None:
    text = RUBRIC.format(slug="flipped")
    send(client, text)
    made = client.post("/v1/grades", json={"rubric": "toy/flipped", "answer": "We scale out."}).json()
    client.post("/v1/grades", json={"rubric": "toy/flipped", "answer": "We add more servers."})
    found = client.post("/v1/rubrics/flips", content=text.replace(" | scale out", ""), headers=YAML).json()
    assert [(flip["grade"], flip["old"], flip["new"]) for flip in found["flips"]] == [(made["id"], 1.0, 0.0)]
    assert client.get(f"/v1/grades/{made['id']}").json()["score"] == 1.0


def test_a_grade_of_an_old_version_is_graded_again(client: TestClient) -> None:
    text = RUBRIC.format(slug="stale")
    send(client, text)
    made = client.post("/v1/grades", json={"rubric": "toy/stale", "answer": "We scale out."}).json()
    send(client, text.replace(" | scale out", ""))
    done = client.post("/v1/regrades", json={"rubric": "toy/stale"}).json()
    assert done == {"regraded": [made["id"]], "more": False}
    history = client.get(f"/v1/grades/{made['id']}/history").json()
    assert [revision["machine"]["score"] for revision in history["revisions"]] == [1.0, 0.0]
