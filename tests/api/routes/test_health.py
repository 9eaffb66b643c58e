"""GET /livez."""

from starlette.testclient import TestClient


def test_the_service_says_that_it_lives(client: TestClient) -> None:
    assert client.get("/livez").json() == {"status": "ok"}
