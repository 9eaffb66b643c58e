"""The decision: verdicts, score, feedback, hints."""

from .answer import LONGEST, check_answer
from .grade import CandidateGrade, ConceptGrade, Gate, Grade, Span, candidate_view
from .hints import Hint, Hints
from .ids import new_id
from .service import GradeRequest, Grading, RubricSummary
from .versions import ENGINE

__all__ = [
    "ENGINE",
    "LONGEST",
    "CandidateGrade",
    "ConceptGrade",
    "Gate",
    "Grade",
    "GradeRequest",
    "Grading",
    "Hint",
    "Hints",
    "RubricSummary",
    "Span",
    "candidate_view",
    "check_answer",
    "new_id",
]
