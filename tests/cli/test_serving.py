"""The service as a process: killed, told to stop, asked too slowly, asked by many at once."""

import asyncio
import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from os import environ  # noqa: TID251 - a child has the environment of its parent
from pathlib import Path
from typing import Any

import pytest

from grader.access import LOCAL
from grader.bootstrap import kept, serving
from grader.grading import Wanted
from grader.settings import Settings

BODY = {"rubric": "when-to-use-cache", "answer": "For slow queries, with a TTL."}
ROOT = Path(__file__).parent.parent.parent
SERVE = (sys.executable, "-m", "grader", "serve", "--port", "0")
# The service, but it dies as soon as the grade is on the disk: the reply is never sent.
DIES = """
import os, signal
from grader.grading import Keeping
keep_once = Keeping.keep_once
async def die(*args, **named):
    await keep_once(*args, **named)
    os.kill(os.getpid(), signal.SIGKILL)
Keeping.keep_once = die
from grader.cli.main import run
run(["serve", "--port", "0"])
"""


@contextmanager
def service(folder: Path, command: tuple[str, ...] = SERVE) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Run a service and yield its process and port."""
    variables = {**environ, "GRADER_DATA_DIR": str(folder), "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=variables) as run:
        assert run.stdout is not None
        try:
            yield run, int(run.stdout.readline().rpartition(":")[2])
        finally:
            run.kill()


async def post(port: int, key: str = "", body: Any = BODY) -> tuple[int, bytes]:
    """Return status and body of a reply; 0 if the connection ended without one."""
    sent = json.dumps(body).encode()
    named = f"Idempotency-Key: {key}\r\n" if key else ""
    head = (
        f"POST /v1/grades HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: application/json\r\n{named}"
    )
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(f"{head}Content-Length: {len(sent)}\r\n\r\n".encode() + sent)
        reply = await reader.read()
        writer.close()
    except OSError:
        return 0, b""
    start, _, rest = reply.partition(b"\r\n\r\n")
    return (int(start.split()[1]) if start else 0), rest


def grades(folder: Path, candidate: str) -> int:
    """Return how many grades of a candidate are kept."""
    opened = serving(Settings(data_dir=folder))
    try:
        return len(list(kept(opened.database, opened).keeping.all(LOCAL, Wanted(candidate=candidate))))  # type: ignore[arg-type]
    finally:
        opened.close()


@pytest.mark.faults
@pytest.mark.timeout(300)
def test_a_service_killed_between_commit_and_reply_has_one_grade_and_the_key_is_usable(tmp_path: Path) -> None:
    for turn in range(20):
        body = {**BODY, "candidate": f"c-{turn}"}
        with service(tmp_path, (sys.executable, "-c", DIES)) as (_, port):
            assert asyncio.run(post(port, f"k-{turn}", body))[0] == 0
    with service(tmp_path) as (_, port):
        for turn in range(20):
            body = {**BODY, "candidate": f"c-{turn}"}
            replies = [asyncio.run(post(port, f"k-{turn}", body)) for _ in range(2)]
            assert [status for status, _ in replies] == [201, 201]
            assert replies[0] == replies[1]
    assert [grades(tmp_path, f"c-{turn}") for turn in range(20)] == [1] * 20


@pytest.mark.faults
def test_of_a_hundred_requests_at_once_with_one_of_20_keys_one_each_is_done(tmp_path: Path) -> None:
    async def run(port: int) -> list[tuple[str, int, bytes]]:
        async def one(key: str) -> tuple[str, int, bytes]:
            status, body = await post(port, key, {**BODY, "candidate": "c-many"})
            while status == 503:  # a slow machine says so, and that nothing was changed: as told, the client repeats
                await asyncio.sleep(1)
                status, body = await post(port, key, {**BODY, "candidate": "c-many"})
            return key, status, body

        return await asyncio.gather(*(one(f"k-{number % 20}") for number in range(2000)))

    with service(tmp_path) as (_, port):
        replies = asyncio.run(run(port))
    assert {status for _, status, _ in replies} <= {201, 409}
    ids = {
        key: {json.loads(body)["id"] for name, status, body in replies if (name, status) == (key, 201)}
        for key, _, _ in replies
    }
    assert {len(made) for made in ids.values()} == {1}
    assert grades(tmp_path, "c-many") == 20


@pytest.mark.faults
def test_a_service_that_is_told_to_stop_finishes_what_runs(tmp_path: Path) -> None:
    async def run(process: subprocess.Popen[str], port: int) -> list[int]:
        tasks = [asyncio.create_task(post(port, body={**BODY, "candidate": "c-stop"})) for _ in range(200)]
        await asyncio.sleep(0.15)
        process.send_signal(signal.SIGTERM)
        return [status for status, _ in await asyncio.gather(*tasks)]

    with service(tmp_path) as (process, port):
        statuses = asyncio.run(run(process, port))
        assert process.wait(30) in (0, -signal.SIGTERM, 143)
    assert set(statuses) <= {201, 0}
    assert statuses.count(201) > 0
    assert grades(tmp_path, "c-stop") == statuses.count(201)


@pytest.mark.faults
@pytest.mark.timeout(120)
def test_two_thousand_silent_or_slow_connections_are_shed_while_the_service_answers(tmp_path: Path) -> None:
    starts = (
        b"",
        b"GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\n",
        b"POST /v1/grades HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 999\r\n\r\n{",
    )

    async def run(port: int) -> int:
        async def slow(number: int) -> bytes:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(starts[number % 3])
            reply = await reader.read()
            writer.close()
            return reply

        waiting = [asyncio.create_task(slow(number)) for number in range(2000)]
        await asyncio.sleep(2)
        assert (await post(port))[0] == 201
        replies = await asyncio.wait_for(asyncio.gather(*waiting), 40)
        return sum(b" 408 " in reply[:20] for reply in replies)

    with service(tmp_path) as (_, port):
        shed = asyncio.run(run(port))
    assert shed == 2000
