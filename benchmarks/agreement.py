"""Agreement of the shipped rubrics with labelled answers: `python benchmarks/agreement.py FOLDER`.

The folder holds `units.json` (the concepts of each question, in the seed's words) and `dev.jsonl` (answers with a
verdict for each concept and a score). Answers are split in two halves by a hash of their id.
"""

import hashlib
import json
import math
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.bootstrap import services
from grader.grading import Grade, GradeRequest

HALVES = ("tuning", "held back")


@dataclass(frozen=True)
class Agreement:
    """Verdicts (labelled, given) with their counts, and pairs of scores (labelled, given)."""

    verdicts: Counter[tuple[str, str]]
    scores: list[tuple[float, float]]

    @property
    def accuracy(self) -> float:
        """Share of verdicts that are the same."""
        return sum(n for (a, b), n in self.verdicts.items() if a == b) / self.verdicts.total()

    @property
    def correlation(self) -> float:
        """Pearson's r of the scores."""
        mean_a, mean_b = (math.fsum(pair[i] for pair in self.scores) / len(self.scores) for i in (0, 1))
        across = math.fsum((a - mean_a) * (b - mean_b) for a, b in self.scores)
        spread = (math.fsum((pair[i] - mean) ** 2 for pair in self.scores) for i, mean in ((0, mean_a), (1, mean_b)))
        return across / math.sqrt(math.prod(spread))


def measure(folder: Path) -> dict[str, Agreement]:
    """Return the agreement for each half of the labelled answers, and for all."""
    questions = {unit["q"]: unit["question"] for unit in json.loads((folder / "units.json").read_text("utf-8"))}
    grading = services().grading
    found = {name: Agreement(Counter(), []) for name in (*HALVES, "all")}
    for line in (folder / "dev.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        grade = grading.grade(GradeRequest(questions[row["q"]], row["answer"]))
        for name in (half(row["id"]), "all"):
            found[name].verdicts.update(_verdicts(row, grade))
            found[name].scores.append((row["score"], grade.score))
    return found


def half(answer_id: str) -> str:
    """Return which half an answer belongs to."""
    return HALVES[int(hashlib.sha256(answer_id.encode()).hexdigest(), 16) % 2]


def _verdicts(row: dict[str, Any], grade: Grade) -> list[tuple[str, str]]:
    given = {concept.source: concept.verdict for concept in grade.concepts}
    return [(label, given[unit]) for unit, label in row["units"].items()]


def main(folder: str) -> None:
    """Print the figures."""
    for name, found in measure(Path(folder)).items():
        counts = f"{found.verdicts.total()} verdicts, {len(found.scores)} answers"
        print(f"{name:10} verdicts agree {found.accuracy:.3f}   scores r {found.correlation:.3f}   ({counts})")


if __name__ == "__main__":
    main(sys.argv[1])
