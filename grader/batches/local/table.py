"""An outcome as a row of a table: the columns that were there, then those of the grade."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from .outcome import Done

Cell = str | float | None
GRADED = (
    "grader_score", "grader_low", "grader_high", "grader_status", "grader_reasons", "grader_concepts_met",
    "grader_concepts_partial", "grader_concepts_missed", "grader_concepts_contradicted", "grader_beyond",
    "grader_feedback", "grader_rubric", "grader_rubric_hash", "grader_engine", "grader_model", "grader_id",
    "grader_error",
)  # fmt: skip
VERDICTS = ("met", "partial", "missed", "contradicted")


def header(given: Iterable[str]) -> list[str]:
    """Return the header: columns of the input that are called as ours become `input_...`."""
    return [f"input_{name}" if name in GRADED else name for name in given] + list(GRADED)


def cells(done: Done, given: Sequence[str]) -> list[Cell]:
    """Return the row under that header."""
    return [_text(done.given.get(name)) for name in given] + [*_graded(done.grade), done.error or ""]


def _text(value: Any) -> Cell:
    if isinstance(value, str):
        return value
    if value is None or isinstance(value, bool | dict | list):
        return "" if value is None else json.dumps(value, ensure_ascii=False)
    return str(value)


def _graded(grade: dict[str, Any] | None) -> list[Cell]:
    if grade is None:
        return [None, None, None, *[""] * (len(GRADED) - 4)]
    by_verdict = [[one["id"] for one in grade["concepts"] if one["verdict"] == verdict] for verdict in VERDICTS]
    feedback = dict.fromkeys(one["feedback"] for one in grade["concepts"])
    judge = grade.get("judge") or {}
    return [
        grade["score"], grade["score_low"], grade["score_high"], grade["status"], "; ".join(grade["reasons"]),
        *("; ".join(ids) for ids in by_verdict), "; ".join(span["text"] for span in grade["beyond"]),
        " ".join(feedback), grade["rubric"], grade["rubric_hash"], grade["engine"], judge.get("model") or "",
        grade["id"],
    ]  # fmt: skip
