"""A file of answers graded by this machine alone, without a server."""

from .cores import Graders, graded
from .judged import judged
from .outcome import Done, Outcome, is_same
from .partial import Partial, outcomes_in
from .piece import Piece, piece_of, pieces_again
from .survey import Survey, survey_of
from .work import Work
from .writing import ENDINGS, write_table

__all__ = [
    "ENDINGS",
    "Done",
    "Graders",
    "Outcome",
    "Partial",
    "Piece",
    "Survey",
    "Work",
    "graded",
    "is_same",
    "judged",
    "outcomes_in",
    "piece_of",
    "pieces_again",
    "survey_of",
    "write_table",
]
