"""Batches: many answers graded durably, from ten to a million."""

from .batch import CHUNK, ENDED, LIFETIME, MOVES, OUTCOMES, STATES, TAKES_RESULTS, Batch, Counts, Order, Outcome, State
from .board import BINS, Boards, CandidateBoard, ConceptCount, Filter, QuestionBoard
from .call import PLACE, Billed, Call, Logged, Place
from .call_log import logging_to
from .chunk import Worker
from .cores import Cores, Here, Matching, Shelves
from .engine import DurableEngine, IntakeEngine, StartedQueue
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
    plain_row,
    read_delimited,
    read_jsonl,
    read_workbook,
    write_xlsx,
)
from .inline import InlineEngine, InlineQueue
from .intake import CSV, JSON_LINES, Intake, Spool
from .item import Made, Result, Row, fields_of, figures
from .judged import Judged
from .keeper import Keeper, Postman
from .late import LateQueue
from .lines import Lines, line_of
from .local import (
    ENDINGS,
    Done,
    Graders,
    Partial,
    Piece,
    Survey,
    Work,
    graded,
    is_same,
    judged,
    outcomes_in,
    piece_of,
    pieces_again,
    survey_of,
    write_table,
)
from .local import Outcome as AnswerOutcome
from .local.table import cells as table_cells
from .local.table import header as table_header
from .port import Engine, Queue
from .ranking import Candidates, QuestionTally, Standing, Tally, ranked
from .reading import LONGEST_LINE, document_of
from .replies import KeptReplies
from .repository import BatchStore, BatchUnit, Kept, Try
from .rounds import Rounds
from .service import Batching, Progress, Submission
from .summary import Part, Summary
from .webhooks import Attempt, Deliverer, Delivery, Endpoint, Sender, check_url, secret_of
from .webhooks import Standing as DeliveryStanding

__all__ = [
    "BINS",
    "CHUNK",
    "CSV",
    "ENDED",
    "ENDINGS",
    "JSON_LINES",
    "LIFETIME",
    "LONGEST_LINE",
    "MOVES",
    "OUTCOMES",
    "PLACE",
    "ROLES",
    "STATES",
    "TAKES_RESULTS",
    "Answer",
    "AnswerOutcome",
    "Attempt",
    "Batch",
    "BatchStore",
    "BatchUnit",
    "Batching",
    "Billed",
    "Boards",
    "Call",
    "CandidateBoard",
    "Candidates",
    "Columns",
    "ConceptCount",
    "Cores",
    "Counts",
    "Deliverer",
    "Delivery",
    "DeliveryStanding",
    "Done",
    "DurableEngine",
    "Endpoint",
    "Engine",
    "Filter",
    "Found",
    "Graders",
    "Here",
    "InlineEngine",
    "InlineQueue",
    "Intake",
    "IntakeEngine",
    "Judged",
    "Keeper",
    "Kept",
    "KeptReplies",
    "LateQueue",
    "Lines",
    "Logged",
    "Made",
    "Matching",
    "Order",
    "Outcome",
    "Part",
    "Partial",
    "Piece",
    "Place",
    "Postman",
    "Progress",
    "QuestionBoard",
    "QuestionTally",
    "Questions",
    "Queue",
    "Result",
    "Rounds",
    "Row",
    "Sender",
    "Shelves",
    "Slot",
    "Spool",
    "Standing",
    "StartedQueue",
    "State",
    "Submission",
    "Summary",
    "Survey",
    "Table",
    "TableRow",
    "Tally",
    "Try",
    "Work",
    "Worker",
    "answers_of",
    "check_url",
    "columns_of",
    "document_of",
    "fields_of",
    "figures",
    "graded",
    "is_same",
    "judged",
    "line_of",
    "logging_to",
    "open_answers",
    "outcomes_in",
    "piece_of",
    "pieces_again",
    "plain_cell",
    "plain_row",
    "ranked",
    "read_delimited",
    "read_jsonl",
    "read_workbook",
    "secret_of",
    "survey_of",
    "table_cells",
    "table_header",
    "write_table",
    "write_xlsx",
]
