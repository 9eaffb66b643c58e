"""Grade again what is stale, and see first what would change."""

import asyncio
from typing import Any

import pytest

from grader.access import Principal
from grader.bootstrap import Kept
from grader.errors import StaleGrade
from grader.grading import Judging, KeptGrade, Wanted
from grader.judge import ScriptedJudge, Verdict
from grader.rubric import Rubric
from tests.grading.acts import create, create_judged, decide, other_rubric

ANSWER = "Whatever comes in, the peaks of jobs wait until somebody is free."
SAID: dict[str, tuple[Verdict, tuple[str, ...]]] = {"queues": ("met", ("the peaks of jobs wait",))}


def regrade(life: Kept, *args: Any) -> KeptGrade:
    return asyncio.run(life.regrading.regrade(*args))


def other_first(life: Kept, who: Principal) -> Rubric:
    rubric = life.shelves.grading(who.tenant).exact("toy/how-to-scale")
    first = rubric.concepts[0].model_copy(update={"expect": "bigger servers"})
    return rubric.model_copy(update={"concepts": (first, rubric.concepts[1])})


def test_a_grade_is_stale_once_its_rubric_has_a_new_version(life: Kept, who: Principal) -> None:
    made = create(life, who)
    assert list(life.regrading.stale(who, Wanted())) == []
    life.publishing.add_rubric(who, other_rubric(life, who))
    assert [each.grade.id for each in life.regrading.stale(who, Wanted())] == [made.grade.id]


def test_regrading_adds_a_revision_beside_the_old_one(life: Kept, who: Principal) -> None:
    made = create(life, who, "more servers and autoscaling")
    life.publishing.add_rubric(who, other_rubric(life, who))
    again = regrade(life, who, made.grade.id, 1)
    assert (again.grade.score, again.grade.id, again.stored.version) == (1, made.grade.id, 2)
    assert again.stored.revisions[0].machine == made.grade
    assert life.keeping.read(who, made.grade.id) == again
    assert list(life.regrading.stale(who, Wanted())) == []


def test_what_is_not_stale_is_not_graded_again(life: Kept, who: Principal) -> None:
    made = create(life, who)
    assert regrade(life, who, made.grade.id, 1) == made


def test_a_persons_verdict_outlives_regrading_and_the_release_stays_as_shown(life: Kept, who: Principal) -> None:
    made = create(life, who, "autoscaling")
    life.reviewing.override(who, made.grade.id, 1, decide(scale_out="met"))
    life.reviewing.release(who, made.grade.id, 2)
    life.publishing.add_rubric(who, other_rubric(life, who))
    again = regrade(life, who, made.grade.id, 3)
    assert (again.grade.score, again.stored.machine.score) == (1, 0.5)
    assert life.reviewing.shown(who, made.grade.id).score == 0.5


def test_who_regrades_another_version_must_read_again(life: Kept, who: Principal) -> None:
    with pytest.raises(StaleGrade):
        regrade(life, who, create(life, who).grade.id, 2)


def test_flips_are_the_kept_grades_that_a_new_version_would_change(life: Kept, who: Principal) -> None:
    changed = create(life, who, "more servers and a queue", external_id="a-17")
    create(life, who, "more servers")
    (flip,) = life.regrading.flips(who, other_rubric(life, who))
    assert (flip.grade, flip.external_id, flip.old, flip.new) == (changed.grade.id, "a-17", 1, 0.5)
    assert [(turn.concept, turn.old, turn.new) for turn in flip.verdicts] == [("queues", "met", "missed")]
    assert life.keeping.read(who, changed.grade.id) == changed


def test_a_judges_verdict_stays_where_the_new_version_says_the_same(life: Kept, who: Principal) -> None:
    create_judged(life, who, ANSWER, SAID)
    rubric = life.shelves.grading(who.tenant).exact("toy/how-to-scale")
    assert list(life.regrading.flips(who, rubric)) == []
    (flip,) = life.regrading.flips(who, other_rubric(life, who))
    assert (flip.old, flip.new) == (0.5, 0)


def test_the_weight_is_that_of_the_new_version(life: Kept, who: Principal) -> None:
    create_judged(life, who, ANSWER, SAID)
    rubric = life.shelves.grading(who.tenant).exact("toy/how-to-scale")
    heavier = rubric.concepts[1].model_copy(update={"weight": 3.0})
    (flip,) = life.regrading.flips(who, rubric.model_copy(update={"concepts": (rubric.concepts[0], heavier)}))
    assert (flip.new, flip.verdicts) == (0.75, ())


def test_without_a_judge_regrading_keeps_what_one_said_of_unchanged_concepts(life: Kept, who: Principal) -> None:
    made = create_judged(life, who, ANSWER, SAID)
    life.publishing.add_rubric(who, other_first(life, who))
    again = regrade(life, who, made.grade.id, 1)
    assert (again.grade.score, again.grade.concepts[1].decided_by) == (0.5, "judge")
    assert life.replaying.replay(who, made.grade.id).identical


def test_a_judge_that_is_there_is_asked_again(life: Kept, who: Principal) -> None:
    made = create_judged(life, who, ANSWER, SAID)
    life.publishing.add_rubric(who, other_first(life, who))
    judge = ScriptedJudge([{}])
    again = regrade(life, who, made.grade.id, 1, Judging(judge, "always"))
    assert (again.grade.score, len(judge.requests)) == (0, 1)


def test_flips_are_looked_for_some_grades_at_a_time_and_none_is_left_out(life: Kept, who: Principal) -> None:
    made = [create(life, who, "autoscaling") for _ in range(5)]
    new, seen, after = other_rubric(life, who), list[tuple[int, list[str]]](), None
    for _ in range(3):
        found = life.regrading.flip_page(who, new, 2, after)
        seen.append((found.looked, [flip.grade for flip in found.flips]))
        after = found.after
    names = [each.grade.id for each in reversed(made)]
    assert seen == [(2, names[:2]), (2, names[2:4]), (1, names[4:])]
    assert after is None


def test_a_page_that_ends_with_the_last_grade_says_that_there_are_no_older_ones(life: Kept, who: Principal) -> None:
    for _ in range(2):
        create(life, who, "more servers")
    found = life.regrading.flip_page(who, other_rubric(life, who), 2)
    assert (found.flips, found.looked, found.after) == ((), 2, None)
    assert life.regrading.flip_page(who, other_rubric(life, who).model_copy(update={"id": "toy/none"}), 2).looked == 0
