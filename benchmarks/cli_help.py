"""How much `grader --help` costs, against the smallest typer application's: `python benchmarks/cli_help.py [ROUNDS]`.

The programs take turns in one run, so that a busy machine slows all of them alike.
"""

import subprocess
import sys
from statistics import median
from time import perf_counter

SMALLEST = "import typer; app = typer.Typer(%s); app.command()(lambda: None); app(prog_name='smallest')"
PROGRAMS = {
    "grader": ["-m", "grader", "--help"],
    "smallest typer": ["-c", SMALLEST % "", "--help"],
    "smallest typer without rich": ["-c", SMALLEST % "rich_markup_mode=None", "--help"],
}
BAR = 1.5


def main() -> None:
    """Print the time of each program in milliseconds, and the ratios."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    for arguments in PROGRAMS.values():
        seconds(arguments)
    times: dict[str, list[float]] = {name: [] for name in PROGRAMS}
    for _ in range(rounds):
        for name, arguments in PROGRAMS.items():
            times[name].append(seconds(arguments))
    for name, measured in times.items():
        print(f"{name:28} min {min(measured) * 1000:4.0f} ms   median {median(measured) * 1000:4.0f} ms")
    for name in list(PROGRAMS)[1:]:
        print(
            f"grader / {name}: min {ratio(times, name, min):.2f}, median {ratio(times, name, median):.2f} (bar {BAR})"
        )


def seconds(arguments: list[str]) -> float:
    """Return how long a new Python takes to run with these arguments."""
    start = perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    return perf_counter() - start


def ratio(times: dict[str, list[float]], other: str, middle: object) -> float:
    """Return the grader's time over another program's, by their least or median times."""
    assert callable(middle)
    return float(middle(times["grader"]) / middle(times[other]))


if __name__ == "__main__":
    main()
