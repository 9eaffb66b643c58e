"""The decision: verdicts, score, feedback, hints."""

from .alternatives import grade_best
from .answer import LONGEST, check_answer
from .assessment import AssessmentTotal, Outcome, assessment_total
from .grade import CandidateGrade, ConceptGrade, Gate, Grade, Span, candidate_view
from .hints import Hint, Hints
from .ids import new_id
from .pipeline import Labels, Prepared, grade, prepare
from .service import GradeRequest, Grading, RubricSummary
from .versions import ENGINE

__all__ = [
    "ENGINE",
    "LONGEST",
    "AssessmentTotal",
    "CandidateGrade",
    "ConceptGrade",
    "Gate",
    "Grade",
    "GradeRequest",
    "Grading",
    "Hint",
    "Hints",
    "Labels",
    "Outcome",
    "Prepared",
    "RubricSummary",
    "Span",
    "assessment_total",
    "candidate_view",
    "check_answer",
    "grade",
    "grade_best",
    "new_id",
    "prepare",
]
