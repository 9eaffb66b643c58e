"""The grade in force: the machine's, changed by people. A person always wins."""

from grader.rubric import Rubric

from .grade import ConceptGrade, Grade
from .rescoring import rescored
from .scoring import credit
from .stored import ConceptOverride, Status, StoredGrade


def effective(stored: StoredGrade, rubric: Rubric) -> Grade:
    """Return the grade in force; `rubric` is the one of its latest revision.

    Of several verdicts on a concept the last one counts. A score that a person gave counts until a later override
    changes verdicts without giving one. A person who looked at the latest revision has settled its review.
    """
    grade = stored.machine
    if stored.overrides:
        grade = _overridden(grade, stored, rubric)
    return grade.model_copy(update={"status": "graded", "reasons": (), "provisional": False}) if seen(stored) else grade


def status_of(stored: StoredGrade) -> Status:
    """Return the status of the grade in force."""
    return "graded" if seen(stored) else stored.machine.status


def seen(stored: StoredGrade) -> bool:
    """Return whether a person overrode or confirmed the latest revision."""
    looks = (*stored.overrides, *stored.confirmations)
    return any(look.revision == stored.latest.revision for look in looks)


def _overridden(grade: Grade, stored: StoredGrade, rubric: Rubric) -> Grade:
    chosen = {each.concept: each for override in stored.overrides for each in override.concepts}
    concepts = tuple(_concept(concept, chosen.get(concept.id), rubric) for concept in grade.concepts)
    changed = rescored(grade, concepts, rubric) if concepts != grade.concepts else grade
    given = _given_score(stored)
    return (
        changed
        if given is None
        else changed.model_copy(update={"score": given, "score_low": given, "score_high": given})
    )


def _given_score(stored: StoredGrade) -> float | None:
    given: float | None = None
    for override in stored.overrides:
        given = override.score if override.score is not None or override.concepts else given
    return given


def _concept(concept: ConceptGrade, chosen: ConceptOverride | None, rubric: Rubric) -> ConceptGrade:
    asked = rubric.concept(concept.id)
    if chosen is None or asked is None:
        return concept
    return concept.model_copy(
        update={
            "verdict": chosen.verdict,
            "partial": chosen.partial,
            "credit": credit(chosen.verdict, chosen.partial),
            "confidence": 1.0,
            "decided_by": "person",
            "feedback": getattr(asked.feedback, chosen.verdict),
        }
    )
