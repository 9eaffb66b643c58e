"""Bodies are JSON in UTF-8."""

import json

import pytest
from starlette.testclient import TestClient

BODY = {"rubric": "when-to-use-cache", "answer": "slow queries"}
JSON = {"content-type": "application/json"}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_another_encoding_is_refused(client: TestClient, encoding: str) -> None:
    assert client.post("/v1/grades", content=json.dumps(BODY).encode(encoding), headers=JSON).status_code == 400


@pytest.mark.parametrize("name", ["NaN", "Infinity", "-Infinity"])
def test_what_python_takes_but_json_does_not_is_refused(client: TestClient, name: str) -> None:
    assert client.post("/v1/hints", content=f'{{"rubric": {name}}}', headers=JSON).status_code == 400


def test_of_two_equal_keys_the_last_one_counts(client: TestClient) -> None:
    body = json.dumps(BODY)[:-1] + ', "answer": ""}'
    assert client.post("/v1/grades", content=body, headers=JSON).json()["flags"] == ["blank"]


@pytest.mark.parametrize("kind", ["application/json; charset=utf-8", "Application/JSON", "application/problem+json"])
def test_every_way_to_say_json_is_understood(client: TestClient, kind: str) -> None:
    assert client.post("/v1/grades", content=json.dumps(BODY), headers={"content-type": kind}).status_code == 201
