"""The answers in a row: one, or one for each question that the row's candidate was asked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from grader.errors import AnswersError
from grader.matching import Mode

from .mapping import Columns, Slot
from .questions import Questions
from .row import TableRow

MODES: tuple[Mode, ...] = ("answer", "notes", "transcript")
LONGEST_LABEL = 500
_UNFIT = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of a file: `fields` are what its row of the output begins with, `fault` why it cannot be graded."""

    id: str
    fields: dict[str, object]
    rubric: str | None = None
    text: str = ""
    candidate: str | None = None
    mode: Mode = "answer"
    fault: str | None = None


def answers_of(row: TableRow, columns: Columns, questions: Questions, *, rubric: str | None = None) -> Iterator[Answer]:
    """Yield the answers of a row, in the order of its columns; none is left out, whatever is wrong with it."""
    for place, slot in enumerate(columns.slots, 1):
        own = _text(row.cells.get(columns.id)) if columns.id else ""
        name = own or str(row.number)
        answer_id = f"{name}-{place}" if columns.wide else name
        try:
            yield _answer(row, columns, slot, questions, rubric, answer_id)
        except AnswersError as refused:
            yield _faulty(row, columns, slot, answer_id, str(refused))


def _answer(
    row: TableRow, columns: Columns, slot: Slot, questions: Questions, rubric: str | None, answer_id: str
) -> Answer:
    if row.fault is not None:
        raise AnswersError(row.fault)
    if slot.answer not in row.cells:
        raise AnswersError("The row has no answer: it ends before that column, or lacks that key.")
    mode = _text(row.cells.get(columns.mode)) if columns.mode else ""
    return Answer(
        id=_label(answer_id, "id"),
        fields=_fields(row, columns, slot),
        rubric=rubric or _rubric(row, slot, questions),
        text=_written(row.cells[slot.answer]),
        candidate=_label(_text(row.cells.get(columns.candidate)), "candidate") or None if columns.candidate else None,
        mode=_mode(mode),
    )


def _faulty(row: TableRow, columns: Columns, slot: Slot, answer_id: str, fault: str) -> Answer:
    """What cannot be graded keeps its text, and whose it is: a total without it is not whole."""
    text, who = row.cells.get(slot.answer), _text(row.cells.get(columns.candidate)) if columns.candidate else ""
    return Answer(
        id=answer_id,
        fields=_fields(row, columns, slot),
        text=text if isinstance(text, str) else "",
        candidate=who if who and _is_label(who) else None,
        fault=fault,
    )


def _rubric(row: TableRow, slot: Slot, questions: Questions) -> str:
    if slot.found is not None:
        return slot.found.rubric
    asked = _text(row.cells.get(slot.question)) if slot.question else ""
    if not asked:
        raise AnswersError("The row does not say which question it answers.")
    found = questions.asked(asked)
    return found.rubric if found else asked


def _fields(row: TableRow, columns: Columns, slot: Slot) -> dict[str, object]:
    """A wide row is written as one row an answer: what is not an answer is repeated."""
    fields = row.cells
    if columns.wide:
        fields = {name: cell for name, cell in fields.items() if name not in columns.answers}
        asked = _text(row.cells.get(slot.question)) if slot.question else slot.answer
        fields |= {"row": row.number, "question": asked, "answer": row.cells.get(slot.answer, "")}
    return {**fields, "more_cells": list(row.more)} if row.more else fields


def _written(cell: object) -> str:
    """Nothing at all is a blank answer."""
    if cell is None:
        return ""
    if not isinstance(cell, str):
        raise AnswersError("The answer is not a text.")
    return cell


def _text(cell: object) -> str:
    """A label: a number is one too."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return str(cell).strip() if isinstance(cell, str | int | float) and not isinstance(cell, bool) else ""


def _label(text: str, name: str) -> str:
    if not _is_label(text):
        raise AnswersError(
            f"The {name} is longer than {LONGEST_LABEL} characters, or holds a NUL or half of a surrogate pair."
        )
    return text


def _is_label(text: str) -> bool:
    return len(text) <= LONGEST_LABEL and not _UNFIT.search(text)


def _mode(text: str) -> Mode:
    if text and text not in MODES:
        raise AnswersError(f"The mode is none of {', '.join(MODES)}.")
    return next((mode for mode in MODES if mode == text), "answer")
