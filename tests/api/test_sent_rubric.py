"""A rubric in the body of a request: what is no text of one is refused before it is read."""

import asyncio
import json

import pytest
from fastapi import Request

from grader.api.sent_rubric import EXAMPLE, read_sent
from grader.authoring import parsed
from grader.errors import DocumentRefused, NotYaml


def read(body: bytes, kind: str) -> str:
    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": body, "more_body": False}

    scope = {"type": "http", "method": "POST", "headers": [(b"content-type", kind.encode())]}
    return asyncio.run(read_sent(Request(scope, receive)))


def test_yaml_is_taken_as_it_is_and_json_with_its_escapes_written_out() -> None:
    assert read(b"id: \\u00e9\n", "application/yaml; charset=utf-8") == "id: \\u00e9\n"
    assert '"\u00e9"' in read(b'{"question": "\\u00e9"}', "application/json")


def test_the_example_of_the_documentation_is_a_rubric() -> None:
    assert parsed(read(json.dumps(EXAMPLE).encode(), "application/json")).id == EXAMPLE["id"]


def test_another_type_and_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(NotYaml):
        read(b"id: x", "text/plain")
    for body, kind in ((b"\xff", "application/yaml"), (b'"\\ud800"', "application/json")):
        with pytest.raises(DocumentRefused):
            read(body, kind)
