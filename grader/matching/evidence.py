"""What matching finds: spans of the answer and a verdict for each concept."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Verdict = Literal["met", "partial", "missed", "contradicted"]
Partial = Literal["incomplete", "named_only"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span of the answer, in code points of the original text."""

    start: int
    end: int
    text: str


class ConceptMatch(NamedTuple):
    """The verdict for one concept.

    `coverage` (0 to 1) is how much of the concept's best phrase was found; `confidence` is the probability that the
    verdict is right, made of `signals` (calibration.py); `phrase` is the phrase that decided; `disputed` (0 to 1) is
    how likely the words around argue against it.
    """

    concept: str
    verdict: Verdict
    partial: Partial | None
    coverage: float
    confidence: float
    evidence: tuple[Evidence, ...]
    phrase: str | None = None
    conflicting: bool = False
    disputed: float = 0.0
    signals: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """An answer matched against a rubric: a verdict for each concept, claims beyond the rubric, and flags.

    Flags: `stuffing`, `addresses_grader`, `conflicting`, `question_echo`, `blank`, `language:<name>`.
    """

    concepts: tuple[ConceptMatch, ...]
    beyond: tuple[Evidence, ...] = ()
    flags: tuple[str, ...] = field(default=())
