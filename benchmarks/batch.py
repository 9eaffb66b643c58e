"""How `grader batch run` scales: two processes against one; time and memory against rows.

Beside the time on the clock, which whatever else runs on the machine lengthens, stands the time of the processors. From
it follows the ratio that two idle cores give: what one process does alone first, then the rest on both.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

TEXT = "GraphQL for our own apps, plain REST for partners; cache slow reads, scale out, use queues. Case {}."
RUBRIC = "backend-hiring-questions/when-to-use-rest-api-or-graphql"

# A process that grades and cannot be a copy imports it again: there only the function is defined.
SCRIPT = """
import resource
from grader.cli.main import run
if __name__ == "__main__":
    run({arguments})
    for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
        used = resource.getrusage(who)
        print(used.ru_utime + used.ru_stime)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@dataclass(frozen=True)
class Run:
    """Seconds on the clock, and of the processors by the parent and by its children; the parent's most memory (MB)."""

    seconds: float
    parent: float
    children: float
    memory: float


def write(path: Path, rows: int, different: int) -> None:
    """Write a file of answers, of which so many are different."""
    with path.open("w", encoding="utf-8") as stream:
        for n in range(rows):
            stream.write(json.dumps({"id": str(n), "rubric": RUBRIC, "answer": TEXT.format(n % different)}) + "\n")


def run(file: Path, rows: int, processes: int, *more: str) -> Run:
    """Return what grading a file took."""
    out = file.with_name("out.jsonl")
    options = ["--out", str(out), "--processes", str(processes), "--judge", "never", *more]
    script = file.with_name("run.py")
    script.write_text(SCRIPT.format(arguments=["batch", "run", str(file), *options]), encoding="utf-8")
    began = time.perf_counter()
    done = subprocess.run([sys.executable, str(script)], check=True, capture_output=True, text=True)
    seconds = time.perf_counter() - began
    with out.open(encoding="utf-8") as stream:
        assert sum(1 for _ in stream) == rows
    parent, children, memory = map(float, done.stdout.split()[-3:])
    return Run(seconds, parent, children, memory / 1024)


def compare(folder: Path, rows: int) -> None:
    """Print how much faster two processes are than one."""
    file = folder / "in.jsonl"
    write(file, rows, rows)
    start = run(file, 1, 1, "--limit", "1").parent
    one, two = run(file, rows, 1), run(file, rows, 2)
    idle = start + (two.parent - start + two.children) / 2
    print(
        f"{rows:,} different answers: one process {one.seconds:.1f} s, two {two.seconds:.1f} s, "
        f"ratio {one.seconds / two.seconds:.2f}\n"
        f"  of the processors: one {one.parent:.1f} s; two: parent {two.parent:.1f} s, of which {start:.1f} s before "
        f"grading, children {two.children:.1f} s: on two idle cores {idle:.1f} s, ratio {one.parent / idle:.2f}\n"
        f"  while grading: parent {(two.parent - start) / rows * 1e6:.0f} us a row, "
        f"children {two.children / rows * 1e6:.0f} us a row"
    )


def grow(folder: Path, most: int) -> None:
    """Print time and memory against rows."""
    file = folder / "in.jsonl"
    for rows in (max(most // 100, 1000), max(most // 10, 1000), most):
        write(file, rows, 1000)
        took = run(file, rows, 1)
        each = took.parent / rows * 1e6
        print(
            f"{rows:,} rows, 1,000 different: {took.seconds:.1f} s, of the processor {took.parent:.1f} s, "
            f"{each:.0f} us a row, {took.memory:.0f} MB"
        )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000, help="the most rows of the growing files; 0: none")
    parser.add_argument("--graded", type=int, default=20_000, help="different answers in the comparison of processes")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        if asked.graded:
            compare(Path(name), asked.graded)
        if asked.rows:
            grow(Path(name), asked.rows)


if __name__ == "__main__":
    main()
