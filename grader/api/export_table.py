"""Grades as a table: a row each, for spreadsheets; no cell runs as a formula."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator

from grader.batches import plain_row
from grader.grading import KeptGrade

BOM = "\ufeff"
"""Without it, spreadsheets take UTF-8 for something else."""
COLUMNS: dict[str, Callable[[KeptGrade], object]] = {
    "id": lambda found: found.stored.id,
    "external_id": lambda found: found.grade.external_id,
    "candidate": lambda found: found.grade.candidate,
    "rubric": lambda found: found.grade.rubric,
    "mode": lambda found: found.grade.mode,
    "made": lambda found: found.stored.made.isoformat(),
    "score": lambda found: found.grade.score,
    "score_low": lambda found: found.grade.score_low,
    "score_high": lambda found: found.grade.score_high,
    "machine_score": lambda found: found.stored.machine.score,
    "status": lambda found: found.stored.status,
    "reasons": lambda found: " ".join(found.grade.reasons),
    "verdicts": lambda found: "; ".join(f"{each.id}: {each.verdict}" for each in found.grade.concepts),
    "overrides": lambda found: len(found.stored.overrides),
    "confirmations": lambda found: len(found.stored.confirmations),
    "releases": lambda found: len(found.stored.releases),
    "version": lambda found: found.stored.version,
    "engine": lambda found: found.grade.engine,
    "rubric_hash": lambda found: found.grade.rubric_hash,
    "lexicon_hash": lambda found: found.grade.lexicon_hash,
    "answer": lambda found: found.stored.answer,
}


def csv_of(grades: Iterable[KeptGrade]) -> Iterator[bytes]:
    """Yield a header and a row for each grade, as CSV in UTF-8 with a byte order mark."""
    yield _line(COLUMNS, BOM)
    for found in grades:
        yield _line(plain_row(value(found) for value in COLUMNS.values()))


def _line(cells: Iterable[object], start: str = "") -> bytes:
    text = io.StringIO(start, newline="")
    text.seek(0, io.SEEK_END)
    csv.writer(text).writerow(cells)
    return text.getvalue().encode("utf-8")
