"""One row of a batch: what was sent, and what came of it."""

import hashlib
import json
import re
from dataclasses import dataclass
from typing import Any

from grader.errors import GraderError, RowRefused
from grader.grading import Basis, Grade, GradeRequest, content_id
from grader.matching import Mode

from .batch import Outcome
from .files import Questions

MODES: tuple[Mode, ...] = ("answer", "notes", "transcript")
LONGEST_NAME = 500
DIGITS = "234567abcdefghijklmnopqrstuvwxyz"
_BROKEN = re.compile("[\0\ud800-\udfff]")
AUDITED = 20
"""Of the confident grades one in so many goes to a person all the same."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it was sent: `number` counts from 0, `document` is a JSON object; `candidate` is whom it names."""

    number: int
    document: str
    candidate: str | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a row: the id of its grade and what that comes to now, people's changes included; or an error.

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


@dataclass(frozen=True, slots=True)
class Made:
    """What a worker made of a row: its result and, where it was graded, the grade, of what answer, and by what."""

    result: Result
    grade: Grade | None = None
    answer: str = ""
    basis: Basis | None = None


def request_of(document: str, rubric: str | None, questions: Questions) -> GradeRequest:
    """Return what a row asks for. Raises RowRefused; a question that is only nearly one of ours means none."""
    fields = fields_of(document)
    if fields is None:
        raise RowRefused
    if fault := _text(fields, "fault"):
        raise RowRefused(fault)
    name = _exact(questions, _text(fields, "rubric")) or _asked(questions, _text(fields, "question")) or rubric
    if not name:
        raise RowRefused("The row names no rubric, and its question is that of none.")
    answer, mode = fields.get("answer"), fields.get("mode", "answer")
    if not isinstance(answer, str) or mode not in MODES:
        raise RowRefused
    external = _text(fields, "id") or _text(fields, "external_id")
    return GradeRequest(name, answer, mode, external, _text(fields, "candidate"))


def candidate_of(document: str) -> str | None:
    """Return whom a row names, if that can be read at all: it is found by this name when it is to be erased."""
    try:
        return _text(fields_of(document) or {}, "candidate")
    except RowRefused:
        return None


def fields_of(document: str) -> dict[str, Any] | None:
    """Return the JSON object that a row is, None if it is none."""
    try:
        found = json.loads(document)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _exact(questions: Questions, name: str | None) -> str | None:
    """A row's rubric is an id, a slug or a question's own text: part of one would be a guess at another's mark."""
    found = questions.find(name) if name else None
    if name and (found is None or found.how == "close"):
        raise RowRefused(f"No rubric is called {name[:100]!r}. `GET /v1/rubrics` lists those there are.")
    return None if found is None else found.rubric


def _asked(questions: Questions, text: str | None) -> str | None:
    found = questions.find(text) if text else None
    return None if found is None or found.how == "close" else found.rubric


def graded(batch: str, number: int, grade: Grade, answer: str, basis: Basis) -> Made:
    """Return what was made of a row that was graded."""
    result = Result(
        number=number,
        outcome=grade.status,
        candidate=grade.candidate,
        rubric=grade.rubric,
        **figures(grade),
        audit=grade.status == "graded" and audited(batch, number),
        grade=grade.id,
    )
    return Made(result, grade, answer, basis)


def figures(grade: Grade) -> dict[str, Any]:
    """Return the score, its range, and the swing: how far it may be off.

    An answer in a language that cannot be read has no score until a person has looked: it may be worth all or nothing.
    """
    if "language_not_supported" in grade.reasons:
        return {"score": None, "low": 0.0, "high": 1.0, "swing": 1.0}
    swing = round(max(grade.score_high - grade.score, grade.score - grade.score_low), 4)
    return {"score": grade.score, "low": grade.score_low, "high": grade.score_high, "swing": swing}


def failed(row: Row, why: GraderError | str) -> Made:
    """Return what was made of a row that could not be graded; the error says why, without the answer.

    It stays its candidate's: a total that lacks a row is not whole.
    """
    return Made(Result(row.number, "failed", candidate=candidate_of(row.document), error=str(why)))


def grade_id(batch: str, number: int) -> str:
    """Return the id of a row's grade: the same however often the row is graded.

    Ids follow each other as the rows do: the storage keeps rows in the order of their ids, and fills page after page.
    """
    digits = "".join(DIGITS[number >> shift & 31] for shift in range(25, -5, -5))
    return content_id(batch)[: -len(digits)] + digits


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
    if not isinstance(value, str) or len(value) > LONGEST_NAME or _BROKEN.search(value):
        raise RowRefused
    return value
