"""Decide about claims beyond the rubric: for the same words anywhere, undone by an entry, erased with the grade."""

from dataclasses import replace

import pytest

from grader.access import Principal
from grader.bootstrap import Kept
from grader.errors import OverrideRefused, UnknownGrade
from grader.grading import Grade, GradeRequest, RuledClaim, RulingKind, Said, Span, new_id
from tests.grading.acts import SCALE

ANSWER = "more servers, and I shard the tables"
SHARDS = Span(start=18, end=36, text="I shard the tables")
IGNORED = Said(SHARDS.start, SHARDS.end, "ignored")
UNDONE = Said(SHARDS.start, SHARDS.end, "open")


def graded(life: Kept, who: Principal, *, candidate: str = "c-1", rubric: str = SCALE) -> Grade:
    """Keep a grade with a claim beyond the rubric."""
    grading = life.shelves.grading(who.tenant)
    found = grading.grade(GradeRequest(SCALE, ANSWER, candidate=candidate), grade_id=new_id())
    made = found.model_copy(update={"beyond": (SHARDS,), "rubric": rubric})
    return life.keeping.keep(who, ANSWER, made, grading.basis(found)).grade


def claim(life: Kept, who: Principal, grade: Grade) -> RuledClaim:
    (found,) = life.rulings.claims(who, grade)
    return found


def test_an_ignored_claim_stays_ignored_in_every_answer_that_says_it(life: Kept, who: Principal) -> None:
    one, other = graded(life, who), graded(life, who, candidate="c-2")
    made = life.rulings.rule(who, one.id, IGNORED)
    assert claim(life, who, one).ruling == claim(life, who, other).ruling == made
    assert (made.kind, made.grade, made.made_by) == ("ignored", one.id, who.id)
    assert life.rulings.rule(who, one.id, IGNORED).id != made.id


def test_answers_to_another_rubric_are_not_meant(life: Kept, who: Principal) -> None:
    life.rulings.rule(who, graded(life, who).id, IGNORED)
    assert claim(life, who, graded(life, who, rubric="toy/other")).rulings == ()


def test_undoing_adds_an_entry_and_nothing_is_lost(life: Kept, who: Principal) -> None:
    grade = graded(life, who)
    with pytest.raises(OverrideRefused, match="nothing to undo"):
        life.rulings.rule(who, grade.id, UNDONE)
    for said in (IGNORED, UNDONE, Said(SHARDS.start, SHARDS.end, "same_as", "queues")):
        life.rulings.rule(who, grade.id, said)
    found = claim(life, who, grade)
    assert [each.kind for each in found.rulings] == ["ignored", "open", "same_as"]
    assert found.ruling is not None
    assert found.ruling.concept == "queues"
    assert life.keeping.read(who, grade.id).stored.rulings == found.rulings


def test_a_decision_changes_neither_the_grade_nor_its_version(life: Kept, who: Principal) -> None:
    grade = graded(life, who)
    life.rulings.rule(who, grade.id, IGNORED)
    found = life.keeping.read(who, grade.id)
    assert (found.grade, found.stored.version, found.stored.status) == (grade, 1, grade.status)


@pytest.mark.parametrize(
    ("start", "kind", "concept"),
    [
        (17, "ignored", None),
        (18, "ignored", "queues"),
        (18, "same_as", None),
        (18, "phrase", "xyzzy"),
        (18, "open", "queues"),
    ],
)
def test_what_makes_no_sense_is_refused(
    life: Kept, who: Principal, start: int, kind: RulingKind, concept: str | None
) -> None:
    grade = graded(life, who)
    with pytest.raises(OverrideRefused):
        life.rulings.rule(who, grade.id, Said(start, SHARDS.end, kind, concept))
    assert claim(life, who, grade).rulings == ()


def test_another_tenants_decisions_are_not_there(life: Kept, who: Principal) -> None:
    grade, other = graded(life, who), replace(who, tenant=who.tenant + "x")
    life.rulings.rule(who, grade.id, IGNORED)
    assert claim(life, other, graded(life, other)).rulings == ()
    with pytest.raises(UnknownGrade):
        life.rulings.rule(other, grade.id, UNDONE)


def test_the_audit_says_who_decided_and_not_about_what(life: Kept, who: Principal) -> None:
    grade = graded(life, who)
    made = life.rulings.rule(who, grade.id, IGNORED)
    row = life.store.read(lambda unit: unit.audit.page(who.tenant, 0, 9))[-1]
    assert (row.actor, row.action, row.subject) == (who.id, "claim.rule", grade.id)
    assert row.detail == {"event": made.id, "kind": "ignored"}


def test_a_decision_goes_with_the_candidate_and_with_age(life: Kept, who: Principal) -> None:
    one, other = graded(life, who), graded(life, who, candidate="c-2")
    life.rulings.rule(who, one.id, IGNORED)
    life.erasing.erase_candidate(who, "c-1")
    assert claim(life, who, other).rulings == ()
    life.rulings.rule(who, other.id, IGNORED)
    newer = graded(life, who, candidate="c-3")
    life.erasing.retain(who, life.keeping.read(who, newer.id).stored.made)
    assert claim(life, who, newer).rulings == ()


def test_erasing_an_undoing_does_not_bring_back_what_was_undone(life: Kept, who: Principal) -> None:
    one, other = graded(life, who), graded(life, who, candidate="c-2")
    life.rulings.rule(who, one.id, IGNORED)
    life.rulings.rule(who, other.id, UNDONE)
    life.erasing.erase_candidate(who, "c-2")
    assert claim(life, who, one).ruling is None
