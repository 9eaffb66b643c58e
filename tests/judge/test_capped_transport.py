"""A transport that reads no more than so many bytes."""

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest

from grader.judge.capped_transport import CappedTransport


class Endless(httpx.AsyncBaseTransport):
    """Answers with chunks of 1,000 bytes, as many as asked for."""

    def __init__(self, chunks: int, **headers: str) -> None:
        self.chunks, self.headers, self.asked = chunks, headers, ""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.asked = request.headers["accept-encoding"]
        return httpx.Response(200, headers=self.headers, stream=Chunks(self.chunks))


class Chunks(httpx.AsyncByteStream):
    def __init__(self, count: int) -> None:
        self.count = count

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for _ in range(self.count):
            yield b"x" * 1000


def get(inner: Endless) -> httpx.Response:
    async def got() -> httpx.Response:
        async with httpx.AsyncClient(transport=CappedTransport(inner, most=10_000)) as client:
            return await client.get("http://test")

    return asyncio.run(got())


def test_a_short_reply_passes_and_plain_bytes_are_asked_for() -> None:
    inner = Endless(10)
    assert len(get(inner).content) == 10_000
    assert inner.asked == "identity"


def test_a_longer_reply_is_broken_off() -> None:
    with pytest.raises(httpx.RemoteProtocolError, match="longer"):
        get(Endless(11))


def test_a_compressed_reply_is_not_opened() -> None:
    with pytest.raises(httpx.RemoteProtocolError, match="compressed"):
        get(Endless(1, **{"content-encoding": "gzip"}))
