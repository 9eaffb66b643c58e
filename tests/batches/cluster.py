"""A PostgreSQL server of a test's own, to be stopped and started."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Cluster:
    """A server: its address, and how to stop it as a crash would, and start it."""

    url: str
    folder: str
    port: int
    programs: Path

    def start(self) -> None:
        self.run(
            "start", "-o", f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1", "-l", f"{self.folder}/log"
        )

    def stop(self) -> None:
        self.run("stop", "-m", "immediate")

    def run(self, *arguments: str) -> None:
        command = [str(self.programs / "pg_ctl"), "-D", f"{self.folder}/data", "-w", *arguments]
        subprocess.run(as_postgres(command), check=True, capture_output=True, cwd=self.folder)


@contextmanager
def cluster(folder: Path) -> Iterator[Cluster]:
    """A server within the block; skips the test where there is none to be made."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    program = found[-1] if found else Path(shutil.which("initdb") or "")
    if not program.name or (os.getuid() == 0 and shutil.which("runuser") is None):
        pytest.skip("no PostgreSQL server can be made here")
    # Neither our folder nor our TMPDIR need be open to its user.
    make = as_postgres(["env", "-u", "TMPDIR", "mktemp", "-d"])
    home = subprocess.run(make, check=True, capture_output=True, text=True, cwd=os.sep).stdout.strip()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    subprocess.run(
        as_postgres([str(program), "-D", f"{home}/data", "-A", "trust", "-U", "postgres", "--no-sync"]),
        check=True,
        capture_output=True,
        cwd=home,
    )
    made = Cluster(f"postgresql://postgres@127.0.0.1:{port}/postgres", home, port, program.parent)
    made.start()
    try:
        yield made
    finally:
        subprocess.run(
            as_postgres([str(program.parent / "pg_ctl"), "-D", f"{home}/data", "-m", "immediate", "stop"]),
            check=False,
            capture_output=True,
            cwd=home,
        )
        shutil.rmtree(home)


def as_postgres(command: list[str]) -> list[str]:
    """A command as its user: a server refuses to be root's."""
    return ["runuser", "-u", "postgres", "--", *command] if os.getuid() == 0 else command
