"""Files of answers: read in the shapes that people have them in, written with what came of them."""

from .answers import Answer, answers_of
from .archive import check_archive
from .delimited import read_delimited
from .guard import plain_cell, plain_row
from .jsonl import read_jsonl
from .mapping import Columns, Slot, columns_of
from .opening import open_answers
from .questions import Found, Questions
from .roles import ROLES, Roles, plain, roles_of
from .row import Table, TableRow
from .workbook import read_workbook
from .xlsx import write_xlsx

__all__ = [
    "ROLES",
    "Answer",
    "Columns",
    "Found",
    "Questions",
    "Roles",
    "Slot",
    "Table",
    "TableRow",
    "answers_of",
    "check_archive",
    "columns_of",
    "open_answers",
    "plain",
    "plain_cell",
    "plain_row",
    "read_delimited",
    "read_jsonl",
    "read_workbook",
    "roles_of",
    "write_xlsx",
]
