"""Agreement of the shipped rubrics with labelled answers: `python benchmarks/agreement.py FOLDER`.

The folder holds `dev.jsonl`: answers with a verdict for each concept and a score. They are split in two halves
by a hash of their id. `grader evaluate FOLDER/dev.jsonl` tells more.
"""

import sys
from pathlib import Path

from grader.bootstrap import services
from grader.evaluation import HALVES, Agreement, Compared, Evaluator, agreement, read_labels
from grader.rubric import Rubric

SEED = "backend-hiring-questions"


def measure(folder: Path) -> dict[str, Agreement]:
    """Return the agreement for each half of the labelled answers, and for all."""
    path = folder / "dev.jsonl"
    rows, unread = read_labels(path.read_bytes(), str(path))
    compared, ungraded = Evaluator(services().rubrics, _no_reference, SEED).run(rows)
    if unread or ungraded:
        raise SystemExit("\n".join(map(str, (*unread, *ungraded))))
    groups = {name: [one for one in compared if one.row.half == name] for name in HALVES}
    return {name: agreement(answers) for name, answers in {**groups, "all": list[Compared](compared)}.items()}


def _no_reference(question: str, reference: str) -> Rubric:
    raise SystemExit("`grader evaluate` measures answers with a reference.")


def main(folder: str) -> None:
    """Print the figures."""
    for name, found in measure(Path(folder)).items():
        same, r = found.verdicts["accuracy"], found.scores["pearson"]
        counts = f"{same.n} verdicts, {r.n} answers"
        print(f"{name:10} verdicts agree {same.value or 0:.3f}   scores r {r.value or 0:.3f}   ({counts})")


if __name__ == "__main__":
    main(sys.argv[1])
