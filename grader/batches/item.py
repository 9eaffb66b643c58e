"""One row of a batch: what was sent, and what came of it."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from grader.errors import GraderError, RowRefused
from grader.grading import Grade, GradeRequest, content_id
from grader.matching import Mode

from .batch import Outcome
from .files import Questions

MODES: tuple[Mode, ...] = ("answer", "notes", "transcript")
LONGEST_NAME = 500
AUDITED = 20
"""Of the confident grades one in so many goes to a person all the same."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it was sent: `number` counts from 0, `document` is a JSON object."""

    number: int
    document: str


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a row: a grade as JSON, or an error.

    `swing` is how far the score may be off, 0 to 1; `audit` puts a confident grade before a person all the same.
    """

    number: int
    outcome: Outcome
    candidate: str | None = None
    rubric: str | None = None
    score: float | None = None
    low: float | None = None
    high: float | None = None
    swing: float = 0.0
    audit: bool = False
    grade: str | None = None
    error: str | None = None


def request_of(document: str, rubric: str | None, questions: Questions) -> GradeRequest:
    """Return what a row asks for. Raises RowRefused; a question that is only nearly one of ours means none."""
    try:
        fields = json.loads(document)
    except (ValueError, RecursionError):
        raise RowRefused from None
    if not isinstance(fields, dict):
        raise RowRefused
    if fault := _text(fields, "fault"):
        raise RowRefused(fault)
    name = _text(fields, "rubric") or _asked(questions, _text(fields, "question")) or rubric
    if not name:
        raise RowRefused("The row names no rubric, and its question is that of none.")
    answer, mode = fields.get("answer"), fields.get("mode", "answer")
    if not isinstance(answer, str) or mode not in MODES:
        raise RowRefused
    external = _text(fields, "id") or _text(fields, "external_id")
    return GradeRequest(name, answer, mode, external, _text(fields, "candidate"))


def _asked(questions: Questions, text: str | None) -> str | None:
    found = questions.find(text) if text else None
    return None if found is None or found.how == "close" else found.rubric


def graded(batch: str, number: int, grade: Grade) -> Result:
    """Return the result of a row that was graded."""
    spread = max(grade.score_high - grade.score, grade.score - grade.score_low)
    return Result(
        number=number,
        outcome=grade.status,
        candidate=grade.candidate,
        rubric=grade.rubric,
        score=grade.score,
        low=grade.score_low,
        high=grade.score_high,
        swing=round(spread, 4),
        audit=grade.status == "graded" and audited(batch, number),
        grade=grade.model_dump_json(),
    )


def failed(number: int, why: GraderError | str) -> Result:
    """Return the result of a row that could not be graded; the error says why, without the answer."""
    return Result(number, "failed", error=str(why))


def grade_id(batch: str, number: int) -> str:
    """Return the id of a row's grade: the same however often the row is graded."""
    return content_id(batch, str(number))


def audited(batch: str, number: int) -> bool:
    """Return whether a row is in the random slice of confident grades that a person looks at."""
    drawn = hashlib.sha256(f"audit:{batch}:{number}".encode("ascii")).digest()
    return int.from_bytes(drawn[:8], "big") % AUDITED == 0


def _text(fields: dict[str, Any], name: str) -> str | None:
    """A field as a text; spreadsheets and scripts send ids as numbers."""
    value = fields.get(name)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is None:
        return None
    if not isinstance(value, str) or len(value) > LONGEST_NAME:
        raise RowRefused
    return value
