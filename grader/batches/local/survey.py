"""A first look over a whole file of answers: how many, which questions, which ids twice. Nothing is kept of a text."""

import hashlib
from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from grader.batches.files import Answer, Columns, Found, Questions, TableRow, answers_of

MOST_TOLD = 5
MOST_QUESTIONS = 1000
PART = 100_000


@dataclass(slots=True)
class Survey:
    """What a file holds: `rubrics` counts answers, `close` are questions that read nearly like a rubric's."""

    rows: int = 0
    answers: int = 0
    faults: int = 0
    columns: dict[str, None] = field(default_factory=dict)
    rubrics: Counter[str] = field(default_factory=Counter)
    close: dict[str, str] = field(default_factory=dict)
    same_id: int = 0
    same_question: int = 0


def survey_of(rows: Iterable[TableRow], columns: Columns, questions: Questions, *, rubric: str | None = None) -> Survey:
    """Return what the rows hold. Memory: 16 bytes an answer, for finding doubles."""
    found = Survey()
    ids, pairs = array("Q"), array("Q")
    for row in rows:
        found.rows += 1
        for answer in answers_of(row, columns, questions, rubric=rubric):
            _count(found, answer)
            if columns.id:
                ids.append(_number(answer.id))
            if answer.candidate is not None:
                pairs.append(_number(answer.candidate, answer.rubric or ""))
        _questions(found, row, columns, questions)
    found.same_id, found.same_question = _doubles(ids), _doubles(pairs)
    return found


def _count(found: Survey, answer: Answer) -> None:
    found.answers += 1
    found.faults += answer.fault is not None
    for name in answer.fields:
        found.columns.setdefault(name)
    if answer.rubric is not None and (answer.rubric in found.rubrics or len(found.rubrics) < MOST_QUESTIONS):
        found.rubrics[answer.rubric] += 1


def _questions(found: Survey, row: TableRow, columns: Columns, questions: Questions) -> None:
    for slot in columns.slots:
        asked = row.cells.get(slot.question) if slot.question else None
        if isinstance(asked, str) and len(found.close) < MOST_QUESTIONS:
            known: Found | None = questions.asked(asked)
            if known is not None and known.how == "close":
                found.close.setdefault(asked, known.rubric)


def _number(*parts: str) -> int:
    packed = "\0".join(parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(packed, digest_size=8).digest(), "big")


def _doubles(numbers: "array[int]") -> int:
    """Count in parts: a set of all would take several times the memory of the numbers."""
    parts = 1 + len(numbers) // PART
    return len(numbers) - sum(len({one for one in numbers if one % parts == part}) for part in range(parts))
