"""Processes that grade, and what they did: for tests that kill them."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event

from grader.batches import Batching, Intake, Order
from grader.storage import SqlBatchStore, open_database, upgrade
from grader.storage.database import Database

from .making import RUBRIC, WHO, Bench, shelves

ROOT = Path(__file__).parents[2]
JUDGED = Order(rubric=RUBRIC, judge="always")


class Crew(Bench):
    """A database that processes work on; this one only sends batches and looks."""

    def __init__(self, folder: Path, url: str, seconds: float) -> None:
        self.folder, self.url, self.seconds = folder, url, seconds
        if not url.startswith("sqlite"):
            first = Database(url)
            upgrade(first)
            first.close()
        self.database = open_database(url)
        self.store = SqlBatchStore(self.database)
        self.intake = Intake(folder / "spool", self.store, shelves)
        self.batching = Batching(self.store, self.intake, b"p", Event())
        self.processes: list[subprocess.Popen[str]] = []

    def start(self) -> subprocess.Popen[str]:
        """Start a process and wait until it works."""
        command = [sys.executable, "-m", "tests.batches.working", str(self.folder), self.url, str(self.seconds)]
        with (self.folder / "errors").open("a") as errors:
            process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True, cwd=ROOT)
        self.processes.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "working\n", (self.folder / "errors").read_text()
        return process

    def kill(self, process: subprocess.Popen[str]) -> None:
        """End a process as a power cut would."""
        process.send_signal(signal.SIGKILL)
        process.wait()

    def calls(self) -> list[tuple[str, str]]:
        """The calls that were made: process and row."""
        path = self.folder / "calls"
        lines = path.read_text().splitlines() if path.exists() else []
        return [(line.split()[0], line.split()[-1]) for line in lines]

    def logged(self, batch_id: str) -> int:
        """The number of calls that were logged before they were made."""
        return self.store.read(lambda unit: unit.calls.count(batch_id))

    def holds_work(self, process: subprocess.Popen[str], number: int = 1) -> bool:
        """Whether a process has asked the judge so often."""
        return sum(pid == str(process.pid) for pid, _ in self.calls()) >= number

    def judged(self, number: int, start: int = 0) -> str:
        """Send a batch of rows to judge; each answer ends with its number. Without a server, a process reads it in."""
        sent = [{"id": f"r-{at}", "answer": f"We cache slow queries {at}"} for at in range(start, start + number)]
        batch = self.send(sent, JUDGED)
        if not self.url.startswith("sqlite"):
            self.intake.take(batch)
        return batch.id

    def ended(self, batch_id: str) -> bool:
        return self.batching.standing(WHO, batch_id).batch.ended

    def check(self, batch_id: str, number: int, start: int = 0) -> None:
        """Nothing lost, nothing twice, nothing wrong."""
        *lines, end = self.lines(batch_id)
        assert (end["rows"], end["state"]) == (number, "completed")
        for at, line in enumerate(lines):
            grade = line["grade"]
            assert isinstance(grade, dict), line
            assert (line["row"], grade["external_id"]) == (at, f"r-{start + at}")
            assert grade["judge"]["model"] == "scripted", grade["judge"]
        assert self.logged(batch_id) >= sum(start <= int(row) < start + number for _, row in self.calls()) >= number

    def close(self) -> None:
        for process in self.processes:
            if process.poll() is None:
                os.kill(process.pid, signal.SIGCONT)
                self.kill(process)
            if process.stdout is not None:
                process.stdout.close()
        self.database.close()


def until(condition: Callable[[], object], seconds: float = 30, every: float = 0.02) -> float:
    """Wait until something holds; return after how many seconds it did."""
    start = time.monotonic()
    while not condition():
        assert time.monotonic() - start < seconds, "it took too long"
        time.sleep(every)
    return time.monotonic() - start
