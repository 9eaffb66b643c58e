"""The rules of lint: code, severity, and what each finds. Codes are stable; docs/rubrics.md lists them."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Rule:
    """What findings with one code have in common."""

    code: str
    severity: Severity
    finds: str


_RULES = (
    Rule("F001", "error", "a file that cannot be read as a rubric, or as a lexicon"),
    Rule("F002", "warning", "unquoted text that other readers of YAML take for a truth value, a number or a date"),
    Rule("F003", "warning", "a tab: readers and editors disagree on its width"),
    Rule("F004", "warning", "unquoted text that begins with `?` or `:`, or that a `#` cuts off"),
    Rule("F005", "error", "a lexicon that is not there or cannot be read"),
    Rule("S001", "warning", "words of the seed's reference that no concept's source covers"),
    Rule("S002", "error", "a source that is not in the seed's reference, word for word"),
    Rule("S003", "warning", "a seed line that has changed since the rubric was written"),
    Rule("S004", "warning", "a question that its seed no longer holds"),
    Rule("S005", "note", "a seed that is not there or cannot be read: nothing was compared with it"),
    Rule("C001", "warning", "a vacuous concept, or words of the seed, that say no more than the question"),
    Rule("C002", "warning", "a question that, read aloud, meets a concept"),
    Rule("C003", "note", "weights that differ"),
    Rule("C004", "warning", "a weight of more than ten times another"),
    Rule("C005", "error", "`enough` with weights that differ"),
    Rule("P001", "warning", "a phrase that stands in two concepts"),
    Rule("P002", "warning", "a likely typing slip in a phrase"),
    Rule("P003", "note", "a likely typing slip in the question or a source"),
    Rule("P004", "note", "a phrase that no answer can say"),
    Rule("P005", "note", "a phrase that another phrase of its concept makes superfluous"),
    Rule("P006", "note", "more phrases for one concept than a person can review"),
    Rule("P007", "warning", "a phrase that the reference of another question meets, without a unit in common"),
    Rule("T001", "error", "feedback or a hint that is missing or empty"),
    Rule("T002", "warning", "feedback or a hint that another concept has too"),
    Rule("T003", "note", "one feedback for several verdicts"),
    Rule("T004", "warning", "a hint, on any rung, that, read aloud, meets, touches or denies its concept"),
    Rule("T005", "warning", "feedback that, read aloud, meets the concept it is given for not meeting"),
    Rule("T006", "note", "a hint that, read aloud, meets another concept"),
    Rule("T007", "warning", "a rung of a hint's ladder that asks the same as another one"),
    Rule("L001", "note", "a surface of the lexicon that both says and denies a term"),
    Rule("L002", "note", "a surface that stands twice in one term of the lexicon"),
    Rule("V001", "warning", "a waiver that no finding needs"),
)
RULES = {rule.code: rule for rule in _RULES}
