"""Fit the confidence on labelled answers: `python benchmarks/calibrate.py FILE... [--half HALF] [--error E] [--write]`.

Prints the fit; with `--write` it becomes the matcher's: `grader/matching/data/calibration.json`. Half of the answers,
chosen by a hash of their id, can be left out, because they shaped the phrases and so flatter the confidence. A file
that is named twice weighs twice.
"""

import json
from argparse import ArgumentParser
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import grader
from grader.bootstrap import services
from grader.evaluation import HALVES, Calibrated, Evaluator, calibrate, cases, read_labels
from grader.matching import SIGNALS
from grader.rubric import Rubric

SEED = "backend-hiring-questions"
TARGET = Path(grader.__file__).parent / "matching" / "data" / "calibration.json"


def fitted(paths: Iterable[Path], half: str | None = None, error: float = 0.05) -> Calibrated:
    """Return the calibration that fits the answers of some files, or one half of them."""
    rubrics = services().rubrics
    rows = [row for path in paths for row in read_labels(path.read_bytes(), path.name)[0] if half in (None, row.half)]
    compared, faults = Evaluator(rubrics, _no_reference, SEED).run(rows)
    if faults or not compared:
        raise SystemExit("\n".join(map(str, faults)) or "There is no answer to fit on.")
    return calibrate(cases(compared, rubrics), stated_error=error)


def as_data(found: Calibrated, half: str | None) -> dict[str, Any]:
    """Return what the file holds: the weights, and where they come from."""
    weights = {verdict: dict(zip(SIGNALS, values, strict=True)) for verdict, values in found.weights.items()}
    answers = "all answers" if half is None else f"the {half} half of the answers"
    about = f"fitted on {answers}: logistic regression for each verdict, cross-validated over questions"
    return {"date": datetime.now(UTC).date().isoformat(), "method": about, **asdict(found), "weights": weights}


def _no_reference(question: str, reference: str) -> Rubric:
    raise SystemExit("Only verdicts of concepts can be calibrated: leave out answers with a `reference`.")


def main() -> None:
    """Print, and perhaps write, the fit."""
    parser = ArgumentParser(description=(__doc__ or "").partition(":")[0])
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--half", choices=HALVES, help="fit on one half of the answers")
    parser.add_argument("--error", type=float, default=0.05, help="the share that may disagree among the sure (0.05)")
    parser.add_argument("--write", action="store_true", help="make the fit the matcher's")
    given = parser.parse_args()
    text = json.dumps(as_data(fitted(given.files, given.half, given.error), given.half), indent=2) + "\n"
    print(text, end="")
    if given.write:
        TARGET.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
