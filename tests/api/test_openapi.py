"""The OpenAPI document: committed, and good enough to write a client from."""

import json
from typing import Any

import pytest

from tests.openapi import PATH, document

DOCUMENT = document()
OPERATIONS: dict[str, dict[str, Any]] = {
    operation["operationId"]: operation for methods in DOCUMENT["paths"].values() for operation in methods.values()
}


def test_the_committed_document_is_that_of_the_application() -> None:
    assert json.loads(PATH.read_text("utf-8")) == DOCUMENT, "run: python -m tests.openapi"


def test_it_is_openapi_3_1() -> None:
    assert DOCUMENT["openapi"].startswith("3.1")


@pytest.mark.parametrize("name", OPERATIONS)
def test_an_operation_says_what_it_does_and_its_parameters_what_they_are(name: str) -> None:
    operation = OPERATIONS[name]
    assert operation["description"].rstrip().endswith(".")
    assert operation["tags"]
    assert [found["name"] for found in operation.get("parameters", ()) if not found.get("description")] == []


@pytest.mark.parametrize("name", [name for name, found in OPERATIONS.items() if "requestBody" in found])
def test_a_body_comes_with_an_example(name: str) -> None:
    sent = OPERATIONS[name]["requestBody"]["content"]
    content = sent.get("application/json") or sent["application/jsonl"]
    named = content["schema"].get("$ref", "").rpartition("/")[2]
    places = content, content["schema"], DOCUMENT["components"]["schemas"].get(named, {})
    assert any({"example", "examples"} & set(place) for place in places)


def test_every_operation_documents_its_key_and_its_errors() -> None:
    assert DOCUMENT["components"]["securitySchemes"]["key"]["scheme"] == "bearer"
    assert all("default" in found["responses"] for found in OPERATIONS.values())
    assert [name for name, found in OPERATIONS.items() if "security" not in found] == ["live", "ready"]
