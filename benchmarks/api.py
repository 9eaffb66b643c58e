"""Measure POST /v1/grades with its durable write against a bare FastAPI endpoint with the same body: in one run.

Usage: python benchmarks/api.py [seconds] [connections]

Each is served on loopback by a process of its own; the client is a third one, which keeps 32 connections busy: `wrk`
if it is installed, else this one. Ratios are what counts: this machine's disk and cores are not yours. Where the cores
are shared with others, the processor time that the server spent on a request says more than the requests a second.
"""

import asyncio
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import NamedTemporaryFile, TemporaryDirectory

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
{define} create(body: GradeBody) -> Reply:
    return Reply(id="x", answer=body.answer)

with socket.create_server(("127.0.0.1", 0), backlog=2048) as bound:
    bound.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    print("http://127.0.0.1", bound.getsockname()[1], sep=":", flush=True)
    uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False)).run(sockets=[bound])
"""
WRK = """
wrk.method, wrk.body = "POST", [[{body}]]
wrk.headers["Content-Type"] = "application/json"
local count = 0
function request()
  count = count + 1
  if {keyed} then wrk.headers["Idempotency-Key"] = "{key}-" .. count end
  return wrk.format()
end
function done(summary, latency, requests)
  local failed = summary.errors.status + summary.errors.read + summary.errors.timeout
  local each = {{latency:percentile(50), latency:percentile(99)}}
  io.stderr:write(table.concat({{summary.requests, failed, each[1], each[2]}}, " "), "\\n")
end
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


def load(port: int, seconds: float, connections: int, keyed: bool) -> tuple[int, float, float]:
    """Return how many requests got a 201 in a time, and the milliseconds of the median and the 99th percentile."""
    found = shutil.which("wrk")
    if found is None:
        took = asyncio.run(_load(port, seconds, connections, keyed))
        return len(took), median(took) * 1000, took[int(len(took) * 0.99)] * 1000
    with NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(WRK.format(body=BODY.decode(), keyed=str(keyed).lower(), key=f"{port}-{time.time()}"))
        script.flush()
        address, held = f"http://127.0.0.1:{port}/v1/grades", ("-t1", f"-c{connections}", f"-d{seconds:.0f}s")
        told = subprocess.run([found, *held, "-s", script.name, address], capture_output=True, text=True, check=True)
    count, failed, middle, worst = (float(part) for part in told.stderr.split())
    assert not failed, f"{failed:.0f} requests failed"
    return int(count), middle / 1000, worst / 1000


async def _load(port: int, seconds: float, connections: int, keyed: bool) -> list[float]:
    """Return how long each request took, in order."""
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
    return sorted(took)


def spent(process: int) -> float:
    """Return the seconds of processor time that a process has spent, in its own code and in the system's for it."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(name: str, server: tuple[int, int], seconds: float, connections: int, keyed: bool = False) -> Figures:
    """Print and return what a server did."""
    port, process = server
    load(port, 2, connections, keyed=False)  # warm
    before = spent(process)
    count, middle, worst = load(port, seconds, connections, keyed)
    found = Figures(count / seconds, worst, (spent(process) - before) / count * 1e6)
    took = f"median {middle:6.1f} ms   p99 {worst:6.1f} ms"
    print(f"{name:28} {found.rate:8.0f} requests/s   {took}   processor {found.processor:6.0f} us a request")
    return found


def bare(define: str, seconds: float, connections: int) -> Figures:
    """Print and return what an endpoint does that only reads the body and replies."""
    with serving([sys.executable, "-c", BARE.replace("{define}", define)]) as server:
        return measure(f"bare FastAPI, {define}", server, seconds, connections)


def main() -> None:
    """Run all and print the ratios."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 10
    connections = int(sys.argv[2]) if len(sys.argv) > 2 else 32
    plain = {define: bare(define, seconds, connections) for define in ("def", "async def")}
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "grader", "serve", "--port", "0"]
        with serving(command, GRADER_DATA_DIR=folder) as server:
            durable = measure("POST /v1/grades, durable", server, seconds, connections)
            keyed = measure("the same, Idempotency-Key", server, seconds, connections, keyed=True)
    for name, ours in (("durable", durable), ("with a key", keyed)):
        for define, other in plain.items():
            rates = (
                f"{ours.rate / other.rate:.0%} in requests, {other.processor / ours.processor:.0%} in processor time"
            )
            print(f"{name}: of bare {define} {rates}, p99 {ours.p99 / other.p99:.1f} times")


if __name__ == "__main__":
    main()
