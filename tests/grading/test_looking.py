"""The grades that people have looked at."""

import asyncio
from dataclasses import replace

import pytest

from grader.access import ROLES, Principal
from grader.bootstrap import Kept
from grader.grading import looked_at
from tests.grading.acts import SCALE, create, decide, other_rubric


def test_a_confirmed_grade_is_what_people_say_too(life: Kept, who: Principal) -> None:
    made = create(life, who, external_id="a-1")
    create(life, who, "nobody looked at this")
    life.reviewing.confirm(who, made.grade.id, 1)
    (found,) = looked_at(life.store, who)
    assert (found.id, found.answer, found.by, found.whole) == (made.grade.id, "more servers", who.id, True)
    assert found.machine == made.stored.machine
    assert [each.verdict for each in found.people.concepts] == ["met", "missed"]


def test_an_override_puts_what_people_say_beside_what_the_machine_said(life: Kept, who: Principal) -> None:
    made = create(life, who)
    life.reviewing.override(who, made.grade.id, 1, decide(queues="met"))
    (found,) = looked_at(life.store, who)
    assert [each.verdict for each in found.machine.concepts] == ["met", "missed"]
    assert [each.verdict for each in found.people.concepts] == ["met", "met"]
    assert (found.machine.score, found.people.score) == (0.5, 1.0)


def test_who_only_gives_another_score_says_nothing_of_concepts(life: Kept, who: Principal) -> None:
    made = create(life, who)
    life.reviewing.override(who, made.grade.id, 1, decide(0.75))
    (found,) = looked_at(life.store, who)
    assert (found.people.score, found.whole, found.reason) == (0.75, False, "The candidate said it in the call.")


def test_a_grade_made_anew_since_is_compared_as_people_saw_it(life: Kept, who: Principal) -> None:
    made = create(life, who, "autoscaling")
    life.reviewing.confirm(who, made.grade.id, 1)
    life.publishing.add_rubric(who, other_rubric(life, who))
    asyncio.run(life.regrading.regrade(who, made.grade.id, 2))
    (found,) = looked_at(life.store, who)
    assert found.machine == made.stored.machine
    assert {each.verdict for each in found.people.concepts} == {"missed"}


def test_one_rubric_the_newest_and_only_ones_own_tenant(life: Kept, who: Principal) -> None:
    made = [create(life, who) for _ in range(3)]
    for each in made:
        life.reviewing.confirm(who, each.grade.id, 1)
    assert [each.id for each in looked_at(life.store, who, SCALE, most=2)] == [each.grade.id for each in made[:0:-1]]
    assert looked_at(life.store, who, "toy/other") == ()
    assert looked_at(life.store, Principal("elsewhere", "key_9", ROLES["admin"])) == ()


def test_reviews_are_read_in_pages_and_none_is_left_out(
    life: Kept, who: Principal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("grader.grading.looking.AT_ONCE", 2)
    made = [create(life, who) for _ in range(5)]
    for each in made:
        life.reviewing.confirm(who, each.grade.id, 1)
    assert [each.id for each in looked_at(life.store, who)] == [each.grade.id for each in reversed(made)]


def test_what_another_person_had_left_before_is_there_too(life: Kept, who: Principal) -> None:
    made, other = create(life, who), replace(who, id="key_2")
    life.reviewing.override(who, made.grade.id, 1, decide(queues="partial"))
    life.reviewing.override(other, made.grade.id, 2, decide(queues="met"))
    (found,) = looked_at(life.store, who)
    assert found.earlier is not None
    assert (found.by, found.earlier.by, found.earlier.whole) == ("key_2", "key_1", True)
    assert [each.verdict for each in found.earlier.people.concepts] == ["met", "partial"]
    assert [each.verdict for each in found.people.concepts] == ["met", "met"]
    assert (found.earlier.people.score, found.people.score) == (0.75, 1.0)


def test_of_several_looks_the_last_of_each_of_two_people_counts(life: Kept, who: Principal) -> None:
    made, other = create(life, who), replace(who, id="key_2")
    for version, person, verdict in ((1, other, "partial"), (2, other, "contradicted"), (3, who, "met")):
        life.reviewing.override(person, made.grade.id, version, decide(queues=verdict))
    life.reviewing.confirm(who, made.grade.id, 4)
    (found,) = looked_at(life.store, who)
    assert found.earlier is not None
    assert [each.verdict for each in found.earlier.people.concepts] == ["met", "contradicted"]
    assert (found.by, found.reason, found.earlier.reason) == ("key_1", "", "The candidate said it in the call.")


def test_one_person_alone_or_of_another_revision_is_no_second(life: Kept, who: Principal) -> None:
    made, other = create(life, who, "autoscaling"), replace(who, id="key_2")
    life.reviewing.confirm(who, made.grade.id, 1)
    life.reviewing.confirm(who, made.grade.id, 2)
    life.publishing.add_rubric(who, other_rubric(life, who))
    assert looked_at(life.store, who)[0].earlier is None
    asyncio.run(life.regrading.regrade(who, made.grade.id, 3))
    life.reviewing.confirm(other, made.grade.id, 4)
    assert looked_at(life.store, who)[0].earlier is None


def test_a_score_alone_of_either_says_nothing_of_concepts(life: Kept, who: Principal) -> None:
    made, other = create(life, who), replace(who, id="key_2")
    life.reviewing.override(who, made.grade.id, 1, decide(0.25))
    life.reviewing.confirm(other, made.grade.id, 2)
    (found,) = looked_at(life.store, who)
    assert found.earlier is not None
    assert (found.earlier.people.score, found.earlier.whole) == (0.25, False)
