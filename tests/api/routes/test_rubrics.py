"""Rubrics: listed, read, sent and checked."""

import json

import pytest
from starlette.testclient import TestClient

from grader.api.sent_rubric import EXAMPLE
from tests.api.rubrics import RUBRIC, YAML

SEED, SLUG = "backend-hiring-questions", "when-to-use-cache"


def test_all_27_rubrics_are_listed(client: TestClient) -> None:
    found = [item for item in client.get("/v1/rubrics").json()["rubrics"] if item["id"].startswith(SEED)]
    assert len(found) == 27
    assert all(set(item) == {"id", "question", "hash", "concepts"} for item in found)


def test_a_rubric_comes_whole_with_its_hash(client: TestClient) -> None:
    found = client.get(f"/v1/rubrics/{SEED}/{SLUG}").json()
    listed = {item["id"]: item["hash"] for item in client.get("/v1/rubrics").json()["rubrics"]}
    assert found["hash"] == listed[f"{SEED}/{SLUG}"]
    assert found["concepts"][0]["source"] == "to cache expensive operations"


@pytest.mark.parametrize("path", [f"{SEED}/cache", "%00/%00", "a/" + "b" * 4000, "A/B"])
def test_what_is_no_id_is_no_address(client: TestClient, path: str) -> None:
    for rest in ("", "/hints", "/versions", "/versions/1"):
        assert client.get(f"/v1/rubrics/{path}{rest}").json()["type"] == "/problems/unknown-rubric"


def test_hints_for_empty_notes_are_all_open(client: TestClient) -> None:
    found = client.get(f"/v1/rubrics/{SEED}/{SLUG}/hints").json()
    assert {hint["state"] for hint in found["hints"]} == {"open"}


def test_a_rubric_that_was_sent_as_yaml_grades_at_once(client: TestClient) -> None:
    reply = client.post("/v1/rubrics", content=RUBRIC.format(slug="sent"), headers=YAML)
    assert (reply.status_code, reply.headers["location"]) == (201, "/v1/rubrics/toy/sent/versions/1")
    grade = client.post("/v1/grades", json={"rubric": "toy/sent", "answer": "We add more servers."}).json()
    assert (grade["score"], grade["rubric_hash"]) == (1.0, reply.json()["hash"])


def test_json_is_taken_too_and_the_same_rubric_is_no_new_version(client: TestClient) -> None:
    client.post("/v1/rubrics", content=RUBRIC.format(slug="both"), headers=YAML)
    whole = client.get("/v1/rubrics/toy/both").json()
    del whole["hash"]
    body = json.dumps({name: value for name, value in whole.items() if value is not None})
    reply = client.post("/v1/rubrics", content=body, headers={"content-type": "application/json"})
    assert (reply.status_code, reply.json()["number"]) == (201, 1)


def test_json_with_escapes_beyond_the_first_plane_is_taken(client: TestClient) -> None:
    body = {**EXAMPLE, "id": "toy/escaped", "question": "How to scale \U0001f680?"}
    reply = client.post("/v1/rubrics", content=json.dumps(body), headers={"content-type": "application/json"})
    assert reply.status_code == 201
    assert client.get("/v1/rubrics/toy/escaped").json()["question"] == body["question"]
    half = json.dumps(body).replace("\\ude80", "")
    assert client.post("/v1/rubrics", content=half, headers={"content-type": "application/json"}).status_code == 422


def test_a_rubric_with_a_fault_is_refused_with_the_line_and_not_the_text(client: TestClient) -> None:
    text = RUBRIC.format(slug="bad").replace("concepts:", "xyzzy-secret:")
    reply = client.post("/v1/rubrics", content=text, headers=YAML)
    assert (reply.status_code, reply.json()["type"]) == (422, "/problems/rubric-refused")
    assert reply.json()["errors"][0]["line"] >= 0
    assert "xyzzy" not in reply.text


def test_to_check_a_rubric_says_why_and_keeps_nothing(client: TestClient) -> None:
    text = RUBRIC.format(slug="checked")
    bad = client.post("/v1/rubrics?validate_only=true", content=text.replace("weight: 1", "weight: x"), headers=YAML)
    good = client.post("/v1/rubrics?validate_only=true", content=text, headers=YAML)
    assert (bad.status_code, bad.json()["valid"], bad.json()["line"]) == (200, False, 7)
    assert "weight" in bad.json()["message"]
    assert (good.json()["valid"], good.json()["id"]) == (True, "toy/checked")
    assert {finding["code"] for finding in good.json()["findings"]}
    assert client.get("/v1/rubrics/toy/checked").status_code == 404


@pytest.mark.parametrize("kind", ["text/plain", "multipart/form-data", "xyzzy", ""])
def test_another_content_type_is_refused(client: TestClient, kind: str) -> None:
    reply = client.post("/v1/rubrics", content=RUBRIC.format(slug="kind"), headers={"content-type": kind})
    assert (reply.status_code, reply.json()["type"]) == (415, "/problems/neither-yaml-nor-json")


@pytest.mark.parametrize(
    "text",
    ["", "\0", "a: &a [*a]", "- " * 5000, "[" * 5000, "id: ../../etc", "id: 7", "\ufeff", "id: a/b\nid: a/c", "!!x"],
)
def test_hostile_documents_are_refused(client: TestClient, text: str) -> None:
    for query in ("", "?validate_only=true"):
        reply = client.post(f"/v1/rubrics{query}", content=text.encode(), headers=YAML)
        assert reply.status_code == (200 if query else 422)
        assert not query or reply.json()["valid"] is False


def test_bytes_that_are_no_text_are_refused(client: TestClient) -> None:
    assert client.post("/v1/rubrics", content=b"\xff\xfe", headers=YAML).status_code == 422
