"""A finding: one thing that is likely wrong, with its place in a file."""

from dataclasses import dataclass

from .rules import RULES, Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found in a file at a line (from 1).

    `text` is what it was found on: a waiver names it. `concept` is the concept it belongs to, `fix` what to do, and
    `waived` the reason why a person has accepted it.
    """

    path: str
    line: int
    code: str
    message: str
    text: str = ""
    fix: str | None = None
    concept: str | None = None
    waived: str | None = None

    @property
    def severity(self) -> Severity:
        """How much it matters; errors and warnings fail a run."""
        return RULES[self.code].severity
