"""The decision: verdicts, score, feedback, hints."""

from .alternatives import grade_best
from .answer import LONGEST, check_answer
from .assessment import AssessmentTotal, Outcome, assessment_total
from .audit import START, AuditEntry, AuditFault, AuditRow, chained
from .grade import CandidateGrade, ConceptGrade, Gate, Grade, JudgeRecord, Span, candidate_view
from .hints import Hint, Hints
from .idempotency import KEPT, LEASE, Claim, Done, Keyed
from .ids import new_id
from .judging import Judging, When, request_for, to_ask, with_judgement
from .pipeline import Labels, Prepared, grade, prepare
from .repository import (
    AssessmentVersions,
    Audit,
    Changes,
    Contents,
    Grades,
    Idempotency,
    RubricVersions,
    Store,
    Unit,
)
from .service import GradeRequest, Grading, RubricSummary
from .stored import (
    Change,
    ConceptOverride,
    Confirmation,
    Event,
    Override,
    Place,
    Release,
    Revision,
    Status,
    StoredGrade,
    Wanted,
)
from .versioned import AssessmentVersion, RubricVersion
from .versions import ENGINE

__all__ = [
    "ENGINE",
    "KEPT",
    "LEASE",
    "LONGEST",
    "START",
    "AssessmentTotal",
    "AssessmentVersion",
    "AssessmentVersions",
    "Audit",
    "AuditEntry",
    "AuditFault",
    "AuditRow",
    "CandidateGrade",
    "Change",
    "Changes",
    "Claim",
    "ConceptGrade",
    "ConceptOverride",
    "Confirmation",
    "Contents",
    "Done",
    "Event",
    "Gate",
    "Grade",
    "GradeRequest",
    "Grades",
    "Grading",
    "Hint",
    "Hints",
    "Idempotency",
    "JudgeRecord",
    "Judging",
    "Keyed",
    "Labels",
    "Outcome",
    "Override",
    "Place",
    "Prepared",
    "Release",
    "Revision",
    "RubricSummary",
    "RubricVersion",
    "RubricVersions",
    "Span",
    "Status",
    "Store",
    "StoredGrade",
    "Unit",
    "Wanted",
    "When",
    "assessment_total",
    "candidate_view",
    "chained",
    "check_answer",
    "grade",
    "grade_best",
    "new_id",
    "prepare",
    "request_for",
    "to_ask",
    "with_judgement",
]
