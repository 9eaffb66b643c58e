"""A mutant: a text made from a rubric, and what its grade must show."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from grader.grading import Grade
from grader.matching import Verdict

Kind = Literal[
    "reference",
    "blank",
    "echo",
    "overlap",
    "sentence",
    "denied",
    "swapped",
    "dropped",
    "typo",
    "case",
    "filler",
    "paraphrase",
]
Verdicts = frozenset[Verdict]

MET: Verdicts = frozenset({"met"})
MISSED: Verdicts = frozenset({"missed"})
CONTRADICTED: Verdicts = frozenset({"contradicted"})
NOT_FOUND: Verdicts = frozenset({"missed", "partial"})
LEEWAY = 0.0005


@dataclass(frozen=True, slots=True)
class Mutant:
    """A text, what it is, and what is expected: the verdicts of some concepts, and a score from `low` to `high`."""

    kind: Kind
    about: str
    text: str
    verdicts: Mapping[str, Verdicts] = field(default_factory=dict)
    low: float = 0.0
    high: float = 1.0

    @property
    def name(self) -> str:
        """What a person accepts it by: the other question's slug, or its text."""
        return self.about if self.kind == "overlap" else self.text

    @property
    def expected(self) -> str:
        """What is expected, in words."""
        said = [f"{concept} {' or '.join(sorted(verdicts))}" for concept, verdicts in self.verdicts.items()]
        said += [f"a score of {self.low:g}"] if self.low else []
        said += [f"a score of {self.high:g} at most"] if self.high < 1 else []
        return ", ".join(said)


def faults(mutant: Mutant, grade: Grade) -> tuple[str, ...]:
    """Return what the grade shows that it must not, in words; nothing if the mutant behaves."""
    return tuple(_faults(mutant, grade))


def _faults(mutant: Mutant, grade: Grade) -> Iterator[str]:
    for concept in grade.concepts:
        if concept.verdict not in mutant.verdicts.get(concept.id, (concept.verdict,)):
            yield f"{concept.id} {concept.verdict}"
    if not mutant.low - LEEWAY <= grade.score <= mutant.high + LEEWAY:
        yield f"a score of {grade.score:g}"
