"""Override, confirm, release, and what the candidate then sees."""

from dataclasses import replace

import pytest

from grader.access import ROLES, Principal
from grader.bootstrap import Kept
from grader.errors import OverrideRefused, StaleGrade, UnknownGrade
from grader.grading import ConceptOverride, Decision
from tests.grading.acts import create, decide

REASON = "The candidate said it in the call."


def test_an_override_is_kept_with_who_when_and_why(life: Kept, who: Principal) -> None:
    made = create(life, who)
    override = life.reviewing.override(who, made.grade.id, 1, decide(0.75))
    assert (override.version, override.revision, override.made_by, override.reason) == (2, 1, who.id, REASON)
    assert life.keeping.read(who, made.grade.id).stored.overrides == (override,)


@pytest.mark.parametrize("version", [0, 2])
def test_who_decides_on_another_version_must_read_again(life: Kept, who: Principal, version: int) -> None:
    made = create(life, who)
    for act in (life.reviewing.confirm, life.reviewing.release):
        with pytest.raises(StaleGrade):
            act(who, made.grade.id, version)
    with pytest.raises(StaleGrade):
        life.reviewing.override(who, made.grade.id, version, decide(1))
    assert life.keeping.read(who, made.grade.id) == made


@pytest.mark.parametrize(
    "decision",
    [
        decide(),
        decide(1.5),
        decide(float("nan")),
        decide(nowhere="met"),
        Decision("short", (), 0.5),
        Decision(" " * 50, (), 0.5),
        Decision("x" * 2001, (), 0.5),
        Decision(REASON, (ConceptOverride(concept="queues", verdict="met"),) * 2),
        Decision(REASON, (ConceptOverride(concept="queues", verdict="partial"),)),
        Decision(REASON, (ConceptOverride(concept="queues", verdict="met", partial="incomplete"),)),
    ],
)
def test_a_decision_that_does_not_fit_changes_nothing(life: Kept, who: Principal, decision: Decision) -> None:
    made = create(life, who)
    with pytest.raises(OverrideRefused):
        life.reviewing.override(who, made.grade.id, 1, decision)
    assert life.keeping.read(who, made.grade.id) == made


def test_a_candidate_sees_nothing_until_it_is_released(life: Kept, who: Principal) -> None:
    made = create(life, who)
    with pytest.raises(UnknownGrade):
        life.reviewing.shown(who, made.grade.id)
    life.reviewing.release(who, made.grade.id, 1)
    assert life.reviewing.shown(who, made.grade.id).score == 0.5


def test_what_was_released_stays_until_it_is_released_again(life: Kept, who: Principal) -> None:
    made = create(life, who)
    life.reviewing.release(who, made.grade.id, 1)
    life.reviewing.override(who, made.grade.id, 2, decide(0.75))
    assert life.reviewing.shown(who, made.grade.id).score == 0.5
    life.reviewing.release(who, made.grade.id, 3)
    assert life.reviewing.shown(who, made.grade.id).score == 0.75


def test_a_candidate_sees_no_other_candidates_grade(life: Kept, who: Principal) -> None:
    made = create(life, who, candidate="c-1")
    life.reviewing.release(who, made.grade.id, 1)
    candidate = Principal(who.tenant, "key_2", ROLES["candidate"], "c-1")
    assert life.reviewing.shown(candidate, made.grade.id).status == "released"
    for other in (replace(candidate, candidate="c-2"), replace(who, tenant="t-other")):
        with pytest.raises(UnknownGrade):
            life.reviewing.shown(other, made.grade.id)


def test_every_act_is_in_the_audit_and_no_reason_is(life: Kept, who: Principal) -> None:
    grade_id = create(life, who).grade.id
    life.reviewing.override(who, grade_id, 1, decide(0.75))
    life.reviewing.confirm(who, grade_id, 2)
    life.reviewing.release(who, grade_id, 3)
    rows = life.store.read(lambda unit: unit.audit.page(who.tenant, 0, 9))
    assert [row.action for row in rows] == ["grade.create", "grade.override", "grade.confirm", "grade.release"]
    assert {row.subject for row in rows} == {grade_id}
    assert not any(REASON in row.model_dump_json() for row in rows)
