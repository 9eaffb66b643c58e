"""How a question went over a whole batch: how often each of its concepts was met."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class QuestionTally:
    """Counts over the answers to one question; `scores` has eleven bins: 0 to .1, ..., exactly 1."""

    rubric: str
    answers: int = 0
    needs_review: int = 0
    blank: int = 0
    total: float = 0.0
    scores: list[int] = field(default_factory=lambda: [0] * 11)
    verdicts: dict[str, Counter[str]] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)

    @property
    def mean(self) -> float:
        """The mean score, 0 to 1."""
        return self.total / self.answers

    def merge(self, other: "QuestionTally") -> None:
        """Take in the counts over other answers to the question."""
        self.answers += other.answers
        self.needs_review += other.needs_review
        self.blank += other.blank
        self.total += other.total
        self.scores = [one + more for one, more in zip(self.scores, other.scores, strict=True)]
        for concept, counts in other.verdicts.items():
            self.verdicts.setdefault(concept, Counter()).update(counts)
            self.sources.setdefault(concept, other.sources[concept])

    def hit_rate(self, concept: str) -> float:
        """Return the share of answers that met a concept."""
        return self.verdicts[concept]["met"] / self.answers

    @property
    def weakest(self) -> tuple[str, ...]:
        """The concepts, the least met first."""
        return tuple(sorted(self.verdicts, key=lambda concept: (self.hit_rate(concept), concept)))

    def add(self, grade: dict[str, Any]) -> None:
        """Count a grade."""
        self.answers += 1
        self.needs_review += grade["status"] == "needs_review"
        self.blank += "blank" in grade["flags"]
        self.total += grade["score"]
        self.scores[int(grade["score"] * 10)] += 1
        for concept in grade["concepts"]:
            self.verdicts.setdefault(concept["id"], Counter())[concept["verdict"]] += 1
            self.sources.setdefault(concept["id"], concept["source"])


@dataclass(slots=True)
class Tally:
    """Counts over a batch, as its grades come."""

    rows: int = 0
    errors: int = 0
    _questions: dict[str, QuestionTally] = field(default_factory=dict)

    @property
    def questions(self) -> tuple[QuestionTally, ...]:
        """The questions, by rubric id."""
        return tuple(self._questions[rubric] for rubric in sorted(self._questions))

    def merge(self, other: "Tally") -> None:
        """Take in the counts over other rows."""
        self.rows += other.rows
        self.errors += other.errors
        for rubric, counts in other._questions.items():
            self._questions.setdefault(rubric, QuestionTally(rubric)).merge(counts)

    def add(self, grade: dict[str, Any] | None) -> None:
        """Count a row; None is one that has an error."""
        self.rows += 1
        if grade is None:
            self.errors += 1
            return
        self._questions.setdefault(grade["rubric"], QuestionTally(grade["rubric"])).add(grade)
