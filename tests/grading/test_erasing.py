"""Erase a candidate, a grade, and what is older than it may be."""

from dataclasses import replace
from datetime import timedelta

import pytest

from grader.access import Principal
from grader.bootstrap import Kept
from grader.errors import UnknownGrade
from grader.grading import Wanted
from tests.grading.acts import create, decide


def test_of_an_erased_candidate_no_grade_is_left_and_of_others_all(life: Kept, who: Principal) -> None:
    gone = [create(life, who, candidate="c-1").grade.id for _ in range(3)]
    kept = create(life, who, candidate="c-2")
    life.reviewing.override(who, gone[0], 1, decide(1))
    life.reviewing.release(who, gone[0], 2)
    assert life.erasing.erase_candidate(who, "c-1") == 3
    assert life.erasing.erase_candidate(who, "c-1") == 0
    assert life.keeping.page(who, Wanted()).grades == (kept,)
    with pytest.raises(UnknownGrade):
        life.reviewing.shown(who, gone[0])


def test_the_audit_says_that_a_grade_was_erased_and_not_whose_it_was(life: Kept, who: Principal) -> None:
    made = create(life, who, candidate="xyzzy")
    life.erasing.erase_candidate(who, "xyzzy")
    rows = life.store.read(lambda unit: unit.audit.page(who.tenant, 0, 9))
    assert [(row.action, row.subject) for row in rows][-1] == ("candidate.erase", made.grade.id)
    assert not any("xyzzy" in row.model_dump_json() for row in rows)


def test_a_grade_is_erased_by_its_id(life: Kept, who: Principal) -> None:
    made = create(life, who)
    life.erasing.erase_grade(who, made.grade.id)
    with pytest.raises(UnknownGrade):
        life.keeping.read(who, made.grade.id)
    with pytest.raises(UnknownGrade):
        life.erasing.erase_grade(who, made.grade.id)


def test_another_tenants_candidate_of_the_same_name_stays(life: Kept, who: Principal) -> None:
    made = create(life, who, candidate="c-1")
    other = replace(who, tenant=who.tenant + "x")
    assert life.erasing.erase_candidate(other, "c-1") == 0
    with pytest.raises(UnknownGrade):
        life.erasing.erase_grade(other, made.grade.id)
    assert life.keeping.read(who, made.grade.id) == made


def test_only_what_was_made_before_the_instant_is_erased(life: Kept, who: Principal) -> None:
    old, new = create(life, who), create(life, who)
    assert life.erasing.retain(who, new.stored.made) == 1
    with pytest.raises(UnknownGrade):
        life.keeping.read(who, old.grade.id)
    assert life.keeping.read(who, new.grade.id) == new
    assert life.erasing.retain(who, new.stored.made + timedelta(microseconds=1)) == 1
