"""What writes and checks rubrics, with the matcher at hand."""

from .lint import RULES, Finding, Library, Report, lint

__all__ = ["RULES", "Finding", "Library", "Report", "lint"]
