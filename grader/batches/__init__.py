"""Batches: many answers, graded so that nothing is lost."""

from .files import (
    ROLES,
    Answer,
    Columns,
    Found,
    Questions,
    Slot,
    Table,
    TableRow,
    answers_of,
    columns_of,
    open_answers,
    plain_cell,
    read_delimited,
    read_jsonl,
    read_workbook,
)

__all__ = [
    "ROLES",
    "Answer",
    "Columns",
    "Found",
    "Questions",
    "Slot",
    "Table",
    "TableRow",
    "answers_of",
    "columns_of",
    "open_answers",
    "plain_cell",
    "read_delimited",
    "read_jsonl",
    "read_workbook",
]
