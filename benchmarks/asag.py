"""Agreement of rubrics built from a reference with people's scores: `python benchmarks/asag.py FOLDER`.

The folder holds sets of public short answers, `*.jsonl`: one object a line with `question_id`, `question`, `reference`
(one, or a list of alternatives), `answer` and `score` (0 to 1). Nothing is trained on the scores. Beside the grader
stand naive baselines: the answer's length, the share of the reference's content words, rapidfuzz's token_set_ratio.
Questions are split in two halves by a hash of their id.
"""

import hashlib
import json
import math
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from rapidfuzz.fuzz import token_set_ratio

from grader.authoring import LONGEST_QUESTION, rubric_of_reference
from grader.grading import Prepared, grade_best, prepare
from grader.text import is_stop, is_word, stem, tokenize

Row = dict[str, Any]
Pairs = list[tuple[float, float]]


@dataclass(frozen=True)
class Agreement:
    """Pearson's r with people's scores, for all questions and for each half of them; root of the mean squared error."""

    r: float
    halves: tuple[float, float]
    rmse: float
    answers: int


def measure(rows: list[Row], method: Callable[[Row], float]) -> Agreement:
    """Return the agreement of a method with people on the answers of a set."""
    pairs = [(row["score"], method(row)) for row in rows]
    halves = ([pair for row, pair in zip(rows, pairs, strict=True) if half(row) == which] for which in (0, 1))
    first, second = map(correlation, halves)
    rmse = math.sqrt(math.fsum((a - b) ** 2 for a, b in pairs) / len(pairs))
    return Agreement(correlation(pairs), (first, second), rmse, len(pairs))


def read(file: Path) -> list[Row]:
    """Return the answers of a set; a single reference becomes a list of one."""
    rows: list[Row] = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    for row in rows:
        row["reference"] = (row["reference"],) if isinstance(row["reference"], str) else tuple(row["reference"])
    return rows


def half(row: Row) -> int:
    """Return which half of the questions a row belongs to."""
    return int(hashlib.sha256(row["question_id"].encode()).hexdigest(), 16) % 2


def correlation(pairs: Pairs) -> float:
    """Return Pearson's r."""
    ours, theirs = ([pair[side] for pair in pairs] for side in (1, 0))
    mean_a, mean_b = math.fsum(ours) / len(ours), math.fsum(theirs) / len(theirs)
    across = math.fsum((a - mean_a) * (b - mean_b) for a, b in zip(ours, theirs, strict=True))
    spread = math.fsum((a - mean_a) ** 2 for a in ours) * math.fsum((b - mean_b) ** 2 for b in theirs)
    return across / math.sqrt(spread) if spread else 0.0


def graded(row: Row) -> float:
    """The grader: a rubric from each reference, the best counts."""
    return grade_best(_prepared(row["question"], row["reference"]), row["answer"]).score


def coverage(row: Row) -> float:
    """Baseline: the share of the reference's content words that the answer holds."""
    said = _content(row["answer"])
    return max(len(said & _content(text)) / max(1, len(_content(text))) for text in row["reference"])


def similarity(row: Row) -> float:
    """Baseline: rapidfuzz's token_set_ratio."""
    return max(token_set_ratio(row["answer"].lower(), text.lower()) for text in row["reference"]) / 100


def length(row: Row) -> float:
    """Baseline: the answer's length against the reference's, full marks for as many words."""
    return min(1.0, len(row["answer"].split()) / min(len(text.split()) for text in row["reference"]))


METHODS: dict[str, Callable[[Row], float]] = {
    "grader": graded,
    "share of content words": coverage,
    "token_set_ratio": similarity,
    "length alone": length,
}


@cache
def _prepared(question: str, references: tuple[str, ...]) -> tuple[Prepared, ...]:
    asked = question[-LONGEST_QUESTION:]  # after a long story, the question itself stands at the end
    return tuple(prepare(rubric_of_reference(asked, text)) for text in references)


@cache
def _content(text: str) -> frozenset[str]:
    return frozenset(_stems(tokenize(text).words))


def _stems(words: Iterable[str]) -> Iterable[str]:
    return (stem(word) for word in words if is_word(word) and not is_stop(word))


def main(folder: str) -> None:
    """Print the figures."""
    for file in sorted(Path(folder).glob("*.jsonl")):
        rows = read(file)
        print(f"{file.stem} ({len(rows)} answers)")
        for name, method in METHODS.items():
            found = measure(rows, method)
            halves = " ".join(f"{r:.3f}" for r in found.halves)
            print(f"  {name:24} r {found.r:.3f}   halves {halves}   RMSE {found.rmse:.3f}")


if __name__ == "__main__":
    main(sys.argv[1])
