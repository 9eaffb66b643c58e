"""Headers of every reply."""

import pytest
from starlette.testclient import TestClient


@pytest.mark.parametrize("path", ["/livez", "/v1/rubrics", "/nowhere", "/openapi.json"])
def test_no_reply_may_be_stored_or_taken_for_another_type(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers.get_list("cache-control") == ["no-store"]
    assert headers.get_list("x-content-type-options") == ["nosniff"]
