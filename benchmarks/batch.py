"""How `grader batch run` scales: two processes against one; time and memory against rows."""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TEXT = "GraphQL for our own apps, plain REST for partners; cache slow reads, scale out, use queues. Case {}."
RUBRIC = "backend-hiring-questions/when-to-use-rest-api-or-graphql"

# The processes that grade import it again: there only the function is defined.
SCRIPT = """
import resource
from grader.cli.main import run
if __name__ == "__main__":
    run({arguments})
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def write(path: Path, rows: int, different: int) -> None:
    """Write a file of answers, of which so many are different."""
    with path.open("w", encoding="utf-8") as stream:
        for n in range(rows):
            stream.write(json.dumps({"id": str(n), "rubric": RUBRIC, "answer": TEXT.format(n % different)}) + "\n")


def run(folder: Path, rows: int, processes: int, different: int) -> tuple[float, float]:
    """Return the seconds that grading took, and the most memory (MB) of one process of it."""
    file, out = folder / "in.jsonl", folder / "out.jsonl"
    write(file, rows, different)
    options = ["--out", str(out), "--processes", str(processes), "--judge", "never"]
    code = SCRIPT.format(arguments=["batch", "run", str(file), *options])
    script = folder / "run.py"
    script.write_text(code, encoding="utf-8")
    began = time.perf_counter()
    done = subprocess.run([sys.executable, str(script)], check=True, capture_output=True, text=True)
    seconds = time.perf_counter() - began
    with out.open(encoding="utf-8") as stream:
        assert sum(1 for _ in stream) == rows
    return seconds, int(done.stdout.split()[-1]) / 1024


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--graded", type=int, default=5_000, help="different answers in the comparison of processes")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        one, _ = run(folder, asked.graded, 1, asked.graded)
        two, _ = run(folder, asked.graded, 2, asked.graded)
        print(f"{asked.graded:,} different answers: one process {one:.1f} s, two {two:.1f} s, ratio {one / two:.2f}")
        small = max(asked.rows // 10, 1000)
        for rows in (small, asked.rows):
            seconds, memory = run(folder, rows, 1, 1000)
            print(
                f"{rows:,} rows, 1,000 different: {seconds:.1f} s, {seconds / rows * 1e6:.0f} us a row, {memory:.0f} MB"
            )


if __name__ == "__main__":
    main()
