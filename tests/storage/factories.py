"""Grades for tests of what is kept: plain functions."""

from datetime import UTC, datetime, timedelta
from typing import Any

from grader.grading import (
    CandidateGrade,
    Change,
    ConceptOverride,
    Confirmation,
    Grade,
    Labels,
    Override,
    Release,
    Revision,
    Status,
    StoredGrade,
    Unit,
    grade,
    new_id,
    prepare,
)
from grader.storage import SqlStore
from tests.factories import make_lexicon, make_rubric

NOW = datetime(2026, 1, 31, 12, 0, 0, 123456, tzinfo=UTC)
RUBRIC = make_rubric({"first": "more servers | scale out", "second": "queue"})
LEXICON = make_lexicon(terms={"queue": "buffer"})
ANSWER = "I would add more servers \N{SNOWMAN}, but no queue."


def make_machine(grade_id: str, **labels: Any) -> Grade:
    """Return the machine's grade of the answer."""
    return grade(prepare(RUBRIC, LEXICON), ANSWER, Labels(grade_id, **labels))


def make_stored(minutes: int = 0, **labels: Any) -> StoredGrade:
    """Return a new grade, made some minutes after the rest."""
    machine = make_machine(new_id(), **labels)
    made = NOW + timedelta(minutes=minutes)
    revision = make_revision(machine, 1, 1, made=made)
    return StoredGrade(machine.id, ANSWER, made, 1, machine.status, (revision,))


def make_revision(machine: Grade, revision: int, version: int, **more: Any) -> Revision:
    """Return a revision of a grade."""
    return Revision(**event(machine.id, "rev", revision, version) | more, machine=machine)


def make_override(grade_id: str, version: int) -> Override:
    """Return an override of both concepts."""
    concepts = (
        ConceptOverride(concept="first", verdict="missed"),
        ConceptOverride(concept="second", verdict="partial", partial="named_only"),
    )
    return Override(
        **event(grade_id, "ovr", 1, version), concepts=concepts, score=0.25, reason="I \N{SNOWMAN} disagree."
    )


def make_confirmation(grade_id: str, version: int) -> Confirmation:
    """Return a confirmation."""
    return Confirmation(**event(grade_id, "cnf", 1, version))


def make_release(grade_id: str, version: int) -> Release:
    """Return a release."""
    shown = CandidateGrade(id=grade_id, external_id=None, status="released", score=0.5, feedback=("Fine.",))
    return Release(**event(grade_id, "rel", 1, version), shown=shown)


def add(store: SqlStore, tenant: str, *grades: StoredGrade) -> None:
    """Keep some grades."""

    def work(unit: Unit) -> None:
        for each in grades:
            unit.grades.add(tenant, each)

    store.write(work)


def change(store: SqlStore, tenant: str, *changes: Change, status: Status = "graded") -> None:
    """Keep some changes."""

    def work(unit: Unit) -> None:
        for each in changes:
            unit.changes.add(tenant, each, make_machine(each.grade).model_copy(update={"status": status}))

    store.write(work)


def event(grade_id: str, kind: str, revision: int, version: int) -> dict[str, Any]:
    """Return what every event has."""
    return {
        "id": new_id(kind),
        "grade": grade_id,
        "revision": revision,
        "version": version,
        "made": NOW,
        "made_by": "key_1",
    }
