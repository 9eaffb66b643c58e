"""The self-test: what a rubric must do with texts made from itself, without any labels."""

from .bench import Bench
from .mutant import Mutant
from .notes import Accepted, Notes, Overlap, Within, read_notes
from .reference import reference_of
from .run import Case, SelfTestReport, kinds, selftest
from .subject import Subject

__all__ = [
    "Accepted",
    "Bench",
    "Case",
    "Mutant",
    "Notes",
    "Overlap",
    "SelfTestReport",
    "Subject",
    "Within",
    "kinds",
    "read_notes",
    "reference_of",
    "selftest",
]
