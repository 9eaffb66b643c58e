"""What each candidate's answers to an assessment come to, and in which order they stand."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from grader.grading import AssessmentTotal, Grade, Outcome, assessment_total
from grader.rubric import Assessment

WEAKEST = 3


@dataclass(frozen=True, slots=True)
class Standing:
    """A candidate's place: `rank` is shared where ranges overlap, so the order within it says nothing.

    `doubled` are questions that more than one row answers: none of those rows counts until a person chose one.
    """

    candidate: str
    rank: int
    total: AssessmentTotal
    weakest: tuple[str, ...]
    beyond: int
    needs_review: int
    doubled: tuple[str, ...]


@dataclass(slots=True)
class _Found:
    outcomes: dict[str, Outcome]
    weak: Counter[str]
    doubled: dict[str, None]
    beyond: int = 0
    needs_review: int = 0


class Candidates:
    """Gathers the grades of an assessment's questions, by candidate."""

    def __init__(self, assessment: Assessment) -> None:
        self.assessment = assessment
        self._asked = {question.rubric for question in assessment.questions}
        self._found: dict[str, _Found] = {}
        self.nameless = 0
        self.elsewhere = 0

    def add(self, grade: dict[str, Any]) -> None:
        """Take a grade; one by another rubric, or of nobody, is counted apart. A question without one is unscored."""
        who, rubric = grade["candidate"], grade["rubric"]
        if rubric not in self._asked:
            self.elsewhere += 1
        elif who is None:
            self.nameless += 1
        else:
            _add(self._found.setdefault(who, _Found({}, Counter(), {})), rubric, grade)

    def standings(self) -> tuple[Standing, ...]:
        """Return the candidates, best first by the middle of the range."""
        totals = {who: assessment_total(self.assessment, found.outcomes) for who, found in self._found.items()}
        ordered = sorted(totals, key=lambda who: (-_middle(totals[who]), who))
        ranks = ranked([(totals[who].low, totals[who].high) for who in ordered])
        return tuple(self._standing(who, rank, totals[who]) for who, rank in zip(ordered, ranks, strict=True))

    def _standing(self, who: str, rank: int, total: AssessmentTotal) -> Standing:
        found = self._found[who]
        weakest = tuple(name for name, _ in found.weak.most_common(WEAKEST))
        return Standing(who, rank, total, weakest, found.beyond, found.needs_review, tuple(found.doubled))


def _add(found: _Found, rubric: str, grade: dict[str, Any]) -> None:
    if rubric in found.outcomes:
        found.doubled.setdefault(rubric)
        found.outcomes[rubric] = "unscored"
        return
    found.outcomes[rubric] = _outcome(grade)
    found.beyond += len(grade["beyond"])
    found.needs_review += grade["status"] == "needs_review"
    for one in grade["concepts"]:
        if one["credit"] < 1:
            found.weak[f"{rubric.rpartition('/')[2]}: {one['id']}"] = round((1 - one["credit"]) * 1000)


def ranked(ranges: Iterable[tuple[float, float]]) -> list[int]:
    """Return the ranks of ranges (low, high) that come best first.

    A range shares the rank before it if it reaches up to the lowest of those that hold that rank: only a gap parts.
    """
    ranks: list[int] = []
    lowest = float("inf")
    for place, (low, high) in enumerate(ranges, 1):
        shares = bool(ranks) and high >= lowest
        ranks.append(ranks[-1] if shares else place)
        lowest = min(lowest, low) if shares else low
    return ranks


def _outcome(grade: dict[str, Any]) -> Outcome:
    """Totals need the scores only: the rest is let go, so that a large batch fits the memory."""
    if "language_not_supported" in grade["reasons"]:
        return "unscored"
    if "blank" in grade["flags"]:
        return "blank"
    return Grade.model_validate({**grade, "concepts": (), "gates": (), "beyond": (), "judge": None})


def _middle(total: AssessmentTotal) -> float:
    return (total.low + total.high) / 2 if total.total is None else total.total
