"""A file of answers graded by this machine alone, without a server."""

from .cores import graded
from .judged import judged
from .outcome import Done, Outcome, is_same, read_line
from .partial import Partial, outcomes_in
from .survey import Survey, survey_of
from .work import Work
from .writing import ENDINGS, write_table

__all__ = [
    "ENDINGS",
    "Done",
    "Outcome",
    "Partial",
    "Survey",
    "Work",
    "graded",
    "is_same",
    "judged",
    "outcomes_in",
    "read_line",
    "survey_of",
    "write_table",
]
