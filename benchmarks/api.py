"""Measure POST /v1/grades with its durable write against a bare FastAPI endpoint with the same body: in one run.

Usage: python benchmarks/api.py [seconds] [connections]

Each is served on loopback by a process of its own; the client is a third one, which keeps 32 connections busy. Ratios
are what counts: this machine's disk and cores are not yours. Where the cores are shared with others, the processor time
that the server spent on a request says more than the requests a second.
"""

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
ANSWER = "For slow queries and expensive operations, with a TTL so that nothing stale is served. " * 4
BODY = json.dumps({"rubric": "backend-hiring-questions/when-to-use-cache", "answer": ANSWER}).encode()
BARE = """
import asyncio, socket, sys
from fastapi import FastAPI
from pydantic import BaseModel
import uvicorn
from grader.api.schemas import GradeBody

app = FastAPI()

class Reply(BaseModel):
    id: str
    answer: str

@app.post("/v1/grades", status_code=201)
def create(body: GradeBody) -> Reply:
    return Reply(id="x", answer=body.answer)

with socket.create_server(("127.0.0.1", 0), backlog=2048) as bound:
    print(f"http://127.0.0.1:{bound.getsockname()[1]}", flush=True)
    uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False)).run(sockets=[bound])
"""


@dataclass(frozen=True)
class Figures:
    """Requests a second, their 99th percentile in milliseconds, and microseconds of the server's processor for each."""

    rate: float
    p99: float
    processor: float


@contextmanager
def serving(command: list[str], **variables: str) -> Iterator[tuple[int, int]]:
    """Start a server and yield its port and its process's id."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **variables}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    ) as run:
        assert run.stdout is not None
        try:
            yield int(run.stdout.readline().rsplit(":", 1)[1]), run.pid
        finally:
            run.terminate()


async def load(port: int, seconds: float, connections: int, keyed: bool) -> tuple[int, list[float]]:
    """Return how many requests got a 201 in a time, and how long each took."""
    took: list[float] = []
    end = time.perf_counter() + seconds

    async def one(number: int) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        count = 0
        while time.perf_counter() < end:
            count += 1
            key = f"Idempotency-Key: k{port}-{number}-{count}\r\n" if keyed else ""
            head = f"POST /v1/grades HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n{key}"
            start = time.perf_counter()
            writer.write(f"{head}Content-Length: {len(BODY)}\r\n\r\n".encode() + BODY)
            reply = await reader.readuntil(b"\r\n\r\n")
            assert b" 201 " in reply[:20], reply
            size = int(reply.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
            await reader.readexactly(size)
            took.append(time.perf_counter() - start)
        writer.close()

    await asyncio.gather(*(one(number) for number in range(connections)))
    return len(took), sorted(took)


def spent(process: int) -> float:
    """Return the seconds of processor time that a process has spent, in its own code and in the system's for it."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(name: str, server: tuple[int, int], seconds: float, connections: int, keyed: bool = False) -> Figures:
    """Print and return what a server did."""
    port, process = server
    asyncio.run(load(port, 1, connections, keyed=False))  # warm
    before = spent(process)
    count, took = asyncio.run(load(port, seconds, connections, keyed))
    found = Figures(count / seconds, took[int(len(took) * 0.99)] * 1000, (spent(process) - before) / count * 1e6)
    middle = f"median {median(took) * 1000:6.1f} ms   p99 {found.p99:6.1f} ms"
    print(f"{name:28} {found.rate:8.0f} requests/s   {middle}   processor {found.processor:6.0f} us a request")
    return found


def main() -> None:
    """Run all and print the ratios."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 10
    connections = int(sys.argv[2]) if len(sys.argv) > 2 else 32
    with serving([sys.executable, "-c", BARE]) as server:
        bare = measure("bare FastAPI endpoint", server, seconds, connections)
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "grader", "serve", "--port", "0"]
        with serving(command, GRADER_DATA_DIR=folder) as server:
            durable = measure("POST /v1/grades, durable", server, seconds, connections)
            keyed = measure("the same, Idempotency-Key", server, seconds, connections, keyed=True)
    for name, ours in (("durable", durable), ("with a key", keyed)):
        shares = (
            f"{ours.rate / bare.rate:.0%} of bare in requests, {bare.processor / ours.processor:.0%} in processor time"
        )
        print(f"{name}: {shares}, p99 {ours.p99 / bare.p99:.1f} times that of bare")


if __name__ == "__main__":
    main()
