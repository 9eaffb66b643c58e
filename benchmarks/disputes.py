"""Fit what tells a claim from its denial on labelled answers: `python benchmarks/disputes.py FILE... [--half HALF]`.

Prints how many claims would be turned, cross-validated over questions; with `--write` the weights become the matcher's:
`grader/matching/data/disputes.json`. The shipped ones are fitted on the answers in `tests/labels`. For a calibration
that they do not flatter, fit them on one half, calibrate on the other, and fit them on both again.
"""

import json
from argparse import ArgumentParser
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import grader
from grader.bootstrap import services
from grader.evaluation import HALVES, Evaluator, Fitted, disputes_of, fit_disputes, read_labels
from grader.rubric import Rubric

SEED = "backend-hiring-questions"
TARGET = Path(grader.__file__).parent / "matching" / "data" / "disputes.json"
METHOD = "logistic regression on words and pairs of words near a claim, cross-validated over questions"


def fitted(paths: Iterable[Path], half: str | None = None) -> Fitted:
    """Return the weights that fit the answers of some files, or one half of them."""
    rubrics = services().rubrics
    rows = [row for path in paths for row in read_labels(path.read_bytes(), path.name)[0] if half in (None, row.half)]
    compared, faults = Evaluator(rubrics, _no_reference, SEED).run(rows)
    if faults or not compared:
        raise SystemExit("\n".join(map(str, faults)) or "There is no answer to fit on.")
    return fit_disputes(disputes_of(compared, rubrics))


def _no_reference(question: str, reference: str) -> Rubric:
    raise SystemExit("Only verdicts of concepts can be learned from: leave out answers with a `reference`.")


def main() -> None:
    """Print the figures, and perhaps write the weights."""
    parser = ArgumentParser(description=(__doc__ or "").partition(":")[0])
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--half", choices=HALVES, help="fit on one half of the answers")
    parser.add_argument("--write", action="store_true", help="make the weights the matcher's")
    given = parser.parse_args()
    found = asdict(fitted(given.files, given.half))
    weights = found.pop("weights")
    about = {"date": datetime.now(UTC).date().isoformat(), "method": METHOD, **found}
    print(json.dumps(about, indent=2), f"{len(weights)} weights", sep="\n")
    if given.write:
        TARGET.write_text(json.dumps({**about, "weights": weights}, indent=0, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
