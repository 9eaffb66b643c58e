"""Slow clients are shed, live ones are not."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
import uvicorn

from grader.api.deadlines import deadlines
from grader.telemetry import Metrics

Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[bytes]]


async def echo(scope: Any, receive: Any, send: Any) -> None:
    """An application that reads the body and says how long it was."""
    size, more = 0, True
    while more:
        message = await receive()
        size, more = size + len(message.get("body", b"")), message.get("more_body", False)
    head = [(b"content-length", str(len(str(size))).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": head})
    await send({"type": "http.response.body", "body": str(size).encode()})


@asynccontextmanager
async def serving(protocol: type[asyncio.Protocol]) -> AsyncIterator[int]:
    config = uvicorn.Config(echo, http=protocol, lifespan="off", log_config=None, timeout_keep_alive=1)
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as bound:
        task = asyncio.create_task(server.serve([bound]))
        while not server.started:
            await asyncio.sleep(0.01)
        yield bound.getsockname()[1]
        server.should_exit = True
        await task


def reply_to(talk: Talk, metrics: Metrics | None = None) -> bytes:
    async def run() -> bytes:
        protocol = deadlines(metrics, head_seconds=0.2, body_seconds=0.2, body_bytes=100)
        async with serving(protocol) as port:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            try:
                return await asyncio.wait_for(talk(reader, writer), 10)
            finally:
                writer.close()

    return asyncio.run(run())


async def silent(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> bytes:
    return await reader.read()


async def half_a_head(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
    writer.write(b"GET / HTTP/1.1\r\nHost: x\r\n")
    return await reader.read()


async def drip(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, head: bytes) -> bytes:
    """Send a byte now and then, until there is a reply."""
    writer.write(head)
    reading = asyncio.create_task(reader.read())
    while not reading.done():
        writer.write(b"a")
        await asyncio.wait({reading}, timeout=0.05)
    return reading.result()


async def dripping_head(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
    return await drip(reader, writer, b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ")


async def dripping_body(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
    return await drip(reader, writer, b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n")


async def late_second_request(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
    writer.write(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    await reader.readuntil(b"\r\n\r\n0")
    writer.write(b"GET / HT")
    return await reader.read()


async def steady_body(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
    writer.write(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\nConnection: close\r\n\r\n")
    for _ in range(10):
        writer.write(b"a" * 100)
        await asyncio.sleep(0.06)
    return await reader.read()


async def no_http(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
    writer.write(b"xyzzy-secret\r\n\r\n")
    return await reader.read()


@pytest.mark.parametrize("talk", [silent, half_a_head, dripping_head, dripping_body, late_second_request])
def test_a_request_that_does_not_arrive_is_shed_and_counted(talk: Talk) -> None:
    metrics = Metrics()
    assert b" 408 " in reply_to(talk, metrics)
    assert 'grader_refused_total{why="slow"} 1.0' in metrics.text().decode()


def test_a_body_that_arrives_steadily_is_served() -> None:
    assert reply_to(steady_body).endswith(b"\r\n\r\n1000")


def test_what_is_not_http_gets_a_problem_that_does_not_repeat_it() -> None:
    head, _, body = reply_to(no_http).partition(b"\r\n\r\n")
    assert b" 400 " in head
    assert b"application/problem+json" in head
    assert json.loads(body)["type"] == "/problems/bad-request"
    assert b"xyzzy" not in body
