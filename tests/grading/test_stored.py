"""What is kept of a grade."""

from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from grader.grading import Confirmation, GradeRequest, Grading, Revision, StoredGrade

NOW = datetime(2026, 1, 31, tzinfo=UTC)


def revision(grading: Grading, number: int, answer: str) -> Revision:
    machine = grading.grade(GradeRequest("how-to-scale", answer), grade_id="grd_1")
    return Revision(
        id=f"rev_{number}", grade="grd_1", revision=number, version=number, made=NOW, made_by="key_1", machine=machine
    )


def test_the_latest_revision_is_the_grade_in_force(grading: Grading) -> None:
    revisions = revision(grading, 1, "nothing"), revision(grading, 2, "more servers")
    stored = StoredGrade("grd_1", "more servers", NOW, 2, "graded", revisions)
    assert stored.latest.revision == 2
    assert stored.machine.score == 0.5


def test_an_event_cannot_be_changed() -> None:
    event = Confirmation(id="cnf_1", grade="grd_1", revision=1, version=2, made=NOW, made_by="key_1")
    with pytest.raises(ValidationError, match="frozen"):
        event.made_by = "key_2"
