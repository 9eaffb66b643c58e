"""Lint: what is likely wrong with a rubric, a finding a line, one check a file."""

from .finding import Finding
from .library import Library
from .linter import Report, lint
from .rules import RULES, Rule

__all__ = ["RULES", "Finding", "Library", "Report", "Rule", "lint"]
