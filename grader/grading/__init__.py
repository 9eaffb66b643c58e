"""The decision: verdicts, score, feedback, hints."""

from .alternatives import grade_best
from .answer import LONGEST, check_answer
from .assessment import AssessmentTotal, Outcome, assessment_total
from .audit import START, AuditEntry, AuditFault, AuditHead, AuditRow, chained
from .effective import effective, seen, status_of
from .erasing import Erasing
from .grade import CandidateGrade, ConceptGrade, Gate, Grade, JudgeRecord, Span, candidate_view
from .hints import Hint, Hints, LadderStep, priority
from .idempotency import KEPT, LEASE, Claim, Done, Keyed
from .ids import content_id, new_id
from .judging import Judging, When, request_for, to_ask, with_judgement
from .keeping import Basis, Keeping, KeptGrade, Page, kept_grade, newly_made, utc_now
from .kept import Kept, kept_in
from .looking import Earlier, Looked, looked_at
from .pipeline import Labels, Prepared, grade, prepare
from .publishing import Publishing
from .regrading import FlipPage, GradeFlip, Regrading, VerdictFlip
from .replaying import Difference, Replay, Replaying
from .repository import (
    AssessmentVersions,
    Audit,
    Changes,
    ClaimRulings,
    Contents,
    Grades,
    Idempotency,
    RubricVersions,
    ScorecardShelf,
    SentAnswers,
    Store,
    Unit,
)
from .rescoring import rescored
from .reviewing import Decision, Reviewing
from .ruling import RuledClaim, Ruling, RulingKind, claim_at, claim_hash
from .rulings import Rulings, Said
from .scorecard import CardConcept, CardDraft, CardQuestion, CardTotal, Scorecard, card_total
from .scorecards import CardPage, Scorecards
from .service import GradeRequest, Grading, RubricSummary
from .shelf import Shelf, Shelves
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
from .totals import Totals
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
    "AuditHead",
    "AuditRow",
    "Basis",
    "CandidateGrade",
    "CardConcept",
    "CardDraft",
    "CardPage",
    "CardQuestion",
    "CardTotal",
    "Change",
    "Changes",
    "Claim",
    "ClaimRulings",
    "ConceptGrade",
    "ConceptOverride",
    "Confirmation",
    "Contents",
    "Decision",
    "Difference",
    "Done",
    "Earlier",
    "Erasing",
    "Event",
    "FlipPage",
    "Gate",
    "Grade",
    "GradeFlip",
    "GradeRequest",
    "Grades",
    "Grading",
    "Hint",
    "Hints",
    "Idempotency",
    "JudgeRecord",
    "Judging",
    "Keeping",
    "Kept",
    "KeptGrade",
    "Keyed",
    "Labels",
    "LadderStep",
    "Looked",
    "Outcome",
    "Override",
    "Page",
    "Place",
    "Prepared",
    "Publishing",
    "Regrading",
    "Release",
    "Replay",
    "Replaying",
    "Reviewing",
    "Revision",
    "RubricSummary",
    "RubricVersion",
    "RubricVersions",
    "RuledClaim",
    "Ruling",
    "RulingKind",
    "Rulings",
    "Said",
    "Scorecard",
    "ScorecardShelf",
    "Scorecards",
    "SentAnswers",
    "Shelf",
    "Shelves",
    "Span",
    "Status",
    "Store",
    "StoredGrade",
    "Totals",
    "Unit",
    "VerdictFlip",
    "Wanted",
    "When",
    "assessment_total",
    "candidate_view",
    "card_total",
    "chained",
    "check_answer",
    "claim_at",
    "claim_hash",
    "content_id",
    "effective",
    "grade",
    "grade_best",
    "kept_grade",
    "kept_in",
    "looked_at",
    "new_id",
    "newly_made",
    "prepare",
    "priority",
    "request_for",
    "rescored",
    "seen",
    "status_of",
    "to_ask",
    "utc_now",
    "with_judgement",
]
