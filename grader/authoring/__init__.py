"""What writes and checks rubrics, with the matcher at hand."""

from .builder import build_rubric, left_out
from .diff import Change, diff, renamed
from .flips import Flip, Turn, flips
from .graded import Graded, read_graded
from .lint import RULES, Finding, Library, Report, lint
from .merge import Comparison, State, compare, propose
from .reference import LONGEST_QUESTION, rubric_of_reference
from .seed_assessment import assessment_of
from .seed_drafts import SeedDraft, SeedDrafts, drafts_of
from .selftest import Bench, Case, SelfTestReport, kinds
from .sent import Checked, checked, parsed
from .suggest import Dropped, Found, Labelled, Suggestion, patch, read_labels, suggest

__all__ = [
    "LONGEST_QUESTION",
    "RULES",
    "Bench",
    "Case",
    "Change",
    "Checked",
    "Comparison",
    "Dropped",
    "Finding",
    "Flip",
    "Found",
    "Graded",
    "Labelled",
    "Library",
    "Report",
    "SeedDraft",
    "SeedDrafts",
    "SelfTestReport",
    "State",
    "Suggestion",
    "Turn",
    "assessment_of",
    "build_rubric",
    "checked",
    "compare",
    "diff",
    "drafts_of",
    "flips",
    "kinds",
    "left_out",
    "lint",
    "parsed",
    "patch",
    "propose",
    "read_graded",
    "read_labels",
    "renamed",
    "rubric_of_reference",
    "suggest",
]
