"""The largest body: declared and counted."""

import asyncio
from collections.abc import Iterable, Iterator

import pytest
from starlette.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send

from grader.api.middleware.body_limit import LARGEST, BodyLimit

JSON = {"content-type": "application/json"}


def part(body: bytes, more: bool = True) -> Message:
    return {"type": "http.request", "body": body, "more_body": more}


def serve(messages: Iterable[Message], headers: list[tuple[bytes, bytes]], method: str = "POST") -> tuple[int, int]:
    """Return what an application that says 299 replies through the limit, and how many messages were left unread."""
    replies: list[int] = []
    waiting: Iterator[Message] = iter(list(messages))

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 299, "headers": []})

    async def receive() -> Message:
        return next(waiting)

    async def send(message: Message) -> None:
        replies.append(message.get("status", 0))

    scope = {"type": "http", "method": method, "headers": headers, "state": {"request_id": "r"}}
    asyncio.run(BodyLimit(app)(scope, receive, send))
    return (replies or [0])[0], len(list(waiting))


@pytest.mark.parametrize(("size", "status"), [(LARGEST, 299), (LARGEST + 1, 413)])
def test_a_body_is_counted_to_the_byte(size: int, status: int) -> None:
    assert serve([part(b"a" * 1000), part(b"a" * (size - 1000), more=False)], [])[0] == status


@pytest.mark.parametrize("length", [str(LARGEST + 1), "9" * 5000])
def test_a_body_that_says_it_is_too_large_is_not_read(length: str) -> None:
    assert serve([part(b"a")], [(b"content-length", length.encode())]) == (413, 1)


def test_a_body_is_not_read_on_beyond_the_limit() -> None:
    assert serve([part(b"a" * LARGEST), part(b"a"), part(b"a")], []) == (413, 1)


def test_half_a_body_of_a_client_that_has_gone_is_not_used() -> None:
    assert serve([part(b"{}"), {"type": "http.disconnect"}], []) == (0, 0)


def test_the_body_of_a_get_is_left_alone() -> None:
    assert serve([part(b"a")], [], "GET") == (299, 1)


def test_too_large_a_body_gets_a_problem(client: TestClient) -> None:
    reply = client.post("/v1/grades", content=iter([b"a" * LARGEST, b"a"]), headers=JSON)
    assert (reply.status_code, reply.json()["type"]) == (413, "/problems/too-large")
