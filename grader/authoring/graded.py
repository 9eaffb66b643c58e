"""Answers that were graded before: lines of JSON with an answer, its rubric's name, and perhaps its grade."""

from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from grader.grading import check_answer
from grader.matching import Mode
from grader.rubric import Rubric

from .lines import Row, read_lines

MODES: tuple[Mode, ...] = get_args(Mode)


@dataclass(frozen=True, slots=True)
class Graded:
    """An answer from a line of a file; `rubric` is None where the line does not say of which rubric it is."""

    line: int
    id: str | None
    rubric: str | None
    answer: str
    mode: Mode = "answer"

    def belongs_to(self, rubric: Rubric) -> bool:
        """Whether this is an answer to the question of a rubric; a line without a rubric is of any."""
        return self.rubric in (None, rubric.id, rubric.slug, rubric.question)


def read_graded(path: Path) -> tuple[tuple[Graded, ...], tuple[str, ...]]:
    """Return the answers of a file, and the errors of lines that hold none, each with file and line.

    Raises FileFault if the file itself cannot be read.
    """
    return read_lines(path, _graded)


def _graded(row: Row, number: int) -> Graded:
    grade = row["grade"] if isinstance(row.get("grade"), dict) else {}
    answer = row.get("answer")
    if not isinstance(answer, str):
        raise ValueError('The line has no text `answer`. Write {"answer": "...", "rubric": "..."}.')
    check_answer(answer)
    mode = row.get("mode") or grade.get("mode") or "answer"
    if mode not in MODES:
        raise ValueError(f"The mode must be one of {', '.join(MODES)}.")
    return Graded(number, _text(row.get("id")), _text(grade.get("rubric") or row.get("rubric")), answer, mode)


def _text(value: object) -> str | None:
    return None if value is None else str(value)
