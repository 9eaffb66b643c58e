"""Use case: what a candidate's answers to an assessment come to."""

from collections.abc import Callable

from grader.access import Principal
from grader.rubric import Assessment

from .assessment import AssessmentTotal, Outcome, assessment_total
from .keeping import KeptGrade, kept_grade
from .repository import Store, Unit
from .stored import Wanted

MOST_GRADES = 1000


class Totals:
    """Adds up the grades in force, the latest of each question."""

    def __init__(self, store: Store, find: Callable[[Principal, str], Assessment]) -> None:
        """Make one: `find` returns an assessment, or raises UnknownAssessment."""
        self._store, self._find = store, find

    def total(self, who: Principal, assessment_id: str, candidate: str) -> AssessmentTotal:
        """Return a candidate's total: a question that was not graded is unscored, never 0. Raises UnknownAssessment."""
        assessment = self._find(who, assessment_id)
        asked = [question.rubric for question in assessment.questions]

        def work(unit: Unit) -> dict[str, KeptGrade]:
            found = unit.grades.page(who.tenant, Wanted(candidate=candidate), None, MOST_GRADES)
            latest = {stored.machine.rubric: stored for stored in reversed(found) if stored.machine.rubric in asked}
            return {rubric: kept_grade(unit.contents, who.tenant, stored) for rubric, stored in latest.items()}

        outcomes = {rubric: outcome(each) for rubric, each in self._store.read(work).items()}
        return assessment_total(assessment, outcomes)


def outcome(found: KeptGrade) -> Outcome:
    """Return what a grade counts as: a language that cannot be read is unscored until a person has looked."""
    if "blank" in found.grade.flags:
        return "blank"
    return "unscored" if "language_not_supported" in found.grade.reasons else found.grade
