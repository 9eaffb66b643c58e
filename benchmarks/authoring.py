"""What building, linting and testing the shipped rubrics costs: `python benchmarks/authoring.py [ROUNDS]`.

All three in one process, from its start to its end, against one that only imports what the core is made of; the two
take turns in one run.
"""

import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from grader.authoring import build_rubric, lint
from grader.bootstrap import bench, library, services
from grader.rubric import read_seed
from grader.settings import Settings

SEED = Path(__file__).parent.parent / "seeds" / "backend-hiring-questions.md"
BARE = [sys.executable, "-c", "import yaml, pydantic, rapidfuzz"]
WHOLE = [sys.executable, __file__, "--once"]
BAR = 10


def main() -> None:
    """Print both times and their ratio; exit 1 if it is over the bar."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    times: dict[str, list[float]] = {"bare import": [], "build, lint, test": []}
    for _ in range(rounds):
        times["bare import"].append(seconds(BARE))
        times["build, lint, test"].append(seconds(WHOLE))
    for name, measured in times.items():
        print(f"{name:20} min {min(measured) * 1000:5.0f} ms   median {median(measured) * 1000:5.0f} ms")
    ratios = [middle(times["build, lint, test"]) / middle(times["bare import"]) for middle in (min, median)]
    print(f"ratio: min {ratios[0]:.1f}, median {ratios[1]:.1f} (bar {BAR})")
    sys.exit(ratios[1] > BAR)


def once() -> None:
    """Build, lint and test all shipped rubrics."""
    settings = Settings()
    rubrics = services(settings).rubrics
    seed, lexicon = read_seed(SEED), rubrics.lexicon("backend")
    built = [build_rubric(question, seed_id=seed.id, lexicon=lexicon) for question in seed.questions]
    shelves = library(settings)
    report = lint(map(shelves.rubrics.path, shelves.rubrics.ids()), shelves)
    tester = bench(settings)
    cases = [case for name in rubrics.ids() for case in tester.test(rubrics.get(name)).cases]
    print(len(built), report.files, len(cases))


def seconds(command: list[str]) -> float:
    """Return how long a new process takes."""
    start = perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return perf_counter() - start


if __name__ == "__main__":
    once() if "--once" in sys.argv else main()
