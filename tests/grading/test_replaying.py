"""Make a kept grade again, and say what differs and why."""

import asyncio
from typing import Any

import pytest

from grader.access import Principal
from grader.bootstrap import Kept
from grader.errors import JudgeError, UnknownGrade
from grader.grading import Difference, Grade, KeptGrade, new_id
from grader.grading.replaying import differences
from tests.grading.acts import create, create_judged, other_rubric


def changed(life: Kept, who: Principal, made: KeptGrade, **fields: object) -> str:
    """Keep a grade that is not what the machine found, and return its id."""
    machine: Grade = made.grade.model_copy(update={"id": new_id(), **fields})
    basis = life.shelves.grading(who.tenant).basis(made.grade)
    return life.keeping.keep(who, made.stored.answer, machine, basis).grade.id


@pytest.mark.parametrize("answer", ["", "more servers", "never more servers, a queue", "mehr \u2603 servers"])
def test_a_kept_grade_comes_out_the_same(life: Kept, who: Principal, answer: str) -> None:
    made = create(life, who, answer, mode="notes", external_id="a", candidate="c")
    replay = life.replaying.replay(who, made.grade.id)
    assert (replay.identical, replay.differences, replay.why) == (True, (), None)


@pytest.mark.parametrize(
    "said",
    [
        {"queues": ("met", ("the peaks of jobs wait",)), "scale-out": ("contradicted", ("invented",))},
        JudgeError(kind="timeout"),
        JudgeError(kind="quota"),
    ],
    ids=["said", "timeout", "quota"],
)
def test_what_a_judge_said_or_failed_to_say_comes_out_the_same(life: Kept, who: Principal, said: Any) -> None:
    made = create_judged(life, who, "Whatever comes in, the peaks of jobs wait.", said)
    assert made.grade.judge is not None
    replay = life.replaying.replay(who, made.grade.id)
    assert (replay.differences, replay.identical) == ((), True)


def test_a_judges_reply_that_was_tampered_with_is_said(life: Kept, who: Principal) -> None:
    made = create_judged(life, who, "Jobs wait.", {})
    assert made.grade.judge is not None
    record = made.grade.judge.model_copy(update={"raw": "{}"})
    replay = life.replaying.replay(who, changed(life, who, made, judge=record))
    assert "cannot be read" in (replay.why or "")


def test_it_comes_out_the_same_whatever_is_in_force_now(life: Kept, who: Principal) -> None:
    made = create(life, who, "a queue")
    life.publishing.add_rubric(who, other_rubric(life, who))
    asyncio.run(life.regrading.regrade(who, made.grade.id, 1))
    assert [life.replaying.replay(who, made.grade.id, revision).identical for revision in (1, 2, None)] == [True] * 3


def test_a_changed_grade_is_told_by_the_places_that_differ(life: Kept, who: Principal) -> None:
    replay = life.replaying.replay(who, changed(life, who, create(life, who), score=0.75))
    assert replay.differences == (Difference(place="score", kept="0.75", again="0.5"),)
    assert "changed" in (replay.why or "")


def test_another_engine_is_the_reason_where_it_is(life: Kept, who: Principal) -> None:
    replay = life.replaying.replay(who, changed(life, who, create(life, who), engine="matcher/0"))
    assert "matcher/0" in (replay.why or "")


def test_a_revision_that_is_not_there_is_unknown(life: Kept, who: Principal) -> None:
    made = create(life, who)
    with pytest.raises(UnknownGrade, match="revision"):
        life.replaying.replay(who, made.grade.id, 2)


def test_a_rubric_that_is_not_kept_is_said(life: Kept, who: Principal) -> None:
    replay = life.replaying.replay(who, changed(life, who, create(life, who), rubric_hash="sha256:0"))
    assert not replay.identical
    assert "not kept" in (replay.why or "")


def test_differences_name_the_place() -> None:
    found = differences({"a": [1, {"b": 2}], "c": [1]}, {"a": [1, {"b": 3}], "c": [1, 2]})
    assert [difference.place for difference in found] == ["a.1.b", "c"]
