"""What writes and checks rubrics, with the matcher at hand."""

from .diff import Change, diff, renamed
from .flips import Flip, Turn, flips
from .graded import Graded, read_graded
from .lint import RULES, Finding, Library, Report, lint
from .selftest import Bench, Case, SelfTestReport, kinds
from .suggest import Dropped, Found, Labelled, Suggestion, patch, read_labels, suggest

__all__ = [
    "RULES",
    "Bench",
    "Case",
    "Change",
    "Dropped",
    "Finding",
    "Flip",
    "Found",
    "Graded",
    "Labelled",
    "Library",
    "Report",
    "SelfTestReport",
    "Suggestion",
    "Turn",
    "diff",
    "flips",
    "kinds",
    "lint",
    "patch",
    "read_graded",
    "read_labels",
    "renamed",
    "suggest",
]
