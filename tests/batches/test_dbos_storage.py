"""The durable queue while its storage is full, away, or half written: rows wait, none fails."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from .cluster import cluster
from .crew import ROOT, Crew, until

pytestmark = [pytest.mark.faults, pytest.mark.timeout(240)]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk that is full soon, though larger than the write-ahead log may grow."""
    disk = tmp_path / "disk"
    disk.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", str(disk)], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("a disk can only be mounted with privileges")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_full_disk_fails_no_row_and_work_goes_on_when_there_is_space(small_disk: Path) -> None:
    crew = Crew(small_disk, f"sqlite:///{small_disk}/grader.db", 0.03)
    try:
        batch = crew.judged(400)
        process = crew.start()
        until(lambda: crew.holds_work(process, 40))
        filler = small_disk / "filler"
        with filler.open("wb", buffering=0) as file, suppress(OSError):
            while True:
                file.write(b"x" * 4096)
        time.sleep(5)
        assert process.poll() is None
        assert not crew.ended(batch)
        filler.unlink()
        until(lambda: crew.ended(batch), 60)
        crew.check(batch, 400)
    finally:
        crew.close()


@pytest.mark.postgresql
def test_a_server_that_is_restarted_costs_time_and_no_row(tmp_path: Path) -> None:
    with cluster(tmp_path) as server:
        crew = Crew(tmp_path, server.url, 0.05)
        try:
            workers = [crew.start(), crew.start()]
            batch = crew.judged(800)
            until(lambda: all(crew.holds_work(worker, 20) for worker in workers))
            for _ in range(3):
                server.stop()
                time.sleep(2)
                server.start()
                time.sleep(1)
            until(lambda: crew.ended(batch), 90, 0.5)
            assert [worker.poll() for worker in workers] == [None, None]
            crew.check(batch, 800)
        finally:
            crew.close()


def serve(folder: Path) -> tuple[subprocess.Popen[str], str, float]:
    """Start the service; return its address, and after how many seconds it was ready."""
    start = time.monotonic()
    environment = {**os.environ, "GRADER_DATA_DIR": str(folder)}  # noqa: TID251 - of a process of its own
    command = [sys.executable, "-m", "grader", "serve", "--port", "0"]
    with (folder / "errors").open("a") as errors:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True, cwd=ROOT, env=environment)
    assert process.stdout is not None
    url = process.stdout.readline().strip()
    with urlopen(f"{url}/livez", timeout=20) as reply:
        assert reply.status == 200
    return process, url, time.monotonic() - start


def killed(process: "subprocess.Popen[str]") -> None:
    """End a process as a power cut would."""
    process.send_signal(signal.SIGKILL)
    process.communicate()


def sending(url: str, body: Path, key: str) -> "subprocess.Popen[bytes]":
    """Send a file slowly, from a process that the test can watch."""
    headers = ["-H", "content-type: application/jsonl", "-H", f"idempotency-key: {key}"]
    command = [
        "curl",
        "-sS",
        "-X",
        "POST",
        f"{url}/v1/batches",
        *headers,
        "--limit-rate",
        "2M",
        "--data-binary",
        f"@{body}",
    ]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl sends slowly")
def test_killed_during_an_upload_nothing_is_graded_in_part_and_the_client_sends_again(tmp_path: Path) -> None:
    body, data = tmp_path / "rows.jsonl", tmp_path / "data"
    data.mkdir()
    row = {"rubric": "when-to-use-cache", "answer": "For slow queries, with a TTL. " + "padding " * 120}
    body.write_text((json.dumps(row) + "\n") * 3000)
    process, url, _ = serve(data)
    upload = sending(url, body, "k")
    time.sleep(0.7)
    killed(process)
    upload.communicate()
    assert upload.returncode != 0
    process, url, ready = serve(data)
    try:
        with urlopen(f"{url}/v1/batches", timeout=20) as reply:
            assert reply.read() == b'{"batches":[],"next_before":null}'
        headers = {"content-type": "application/jsonl", "idempotency-key": "k"}
        with urlopen(Request(f"{url}/v1/batches", body.read_bytes(), headers), timeout=60) as reply:
            assert reply.status == 202
            where = reply.headers["location"]
        until(lambda: done(url + where) == 3000, 60, 0.2)
        assert ready < 10
    finally:
        killed(process)


def test_a_service_that_is_killed_while_it_grades_goes_on_by_itself(tmp_path: Path) -> None:
    """As it is run: with children on all cores, which must end with their parent."""
    process, url, _ = serve(tmp_path)
    rows = [{"rubric": "when-to-use-cache", "answer": f"Slow queries {at}"} for at in range(20_000)]
    body = "".join(json.dumps(row) + "\n" for row in rows).encode()
    headers = {"content-type": "application/jsonl", "idempotency-key": "k"}
    with urlopen(Request(f"{url}/v1/batches", body, headers), timeout=60) as reply:
        where = reply.headers["location"]
    until(lambda: done(url + where) > 0, 60, 0.05)
    tasks = Path(f"/proc/{process.pid}/task").glob("*/children")
    children = [name for task in tasks for name in task.read_text().split()]
    assert children
    killed(process)
    until(lambda: not [child for child in children if Path(f"/proc/{child}").exists()], 10)
    process, url, _ = serve(tmp_path)
    try:
        until(lambda: done(url + where) == 20_000, 100, 0.2)
    finally:
        killed(process)


def done(url: str) -> int:
    """How many rows of a batch have a result."""
    with urlopen(url, timeout=20) as reply:
        counts = json.load(reply)["counts"]
    return int(counts["graded"] + counts["needs_review"] + counts["failed"])
