"""A chunk of answers."""

import json

from grader.batches.files import Answer
from grader.batches.local.work import REMEMBERED, Work, request_of
from tests.batches.local.answering import make_answers, make_grading


def test_identical_answers_are_graded_once_and_keep_their_own_ids() -> None:
    work = Work(make_grading())
    first, second = work.chunk([Answer(n, {}, "toy", "a queue", f"c-{n}") for n in "12"])
    assert work.graded == 1
    one, two = json.loads(first.grade or ""), json.loads(second.grade or "")
    assert (one["external_id"], two["external_id"], two["candidate"]) == ("1", "2", "c-2")
    assert one["id"] != two["id"]


def test_a_remembered_grade_is_what_grading_gives() -> None:
    work, answer = Work(make_grading()), Answer("2", {}, "toy", "a queue")
    work.outcome(Answer("1", {}, "toy", "a queue"))
    assert work.outcome(answer).grade == make_grading().grade(request_of(answer)).model_dump_json()


def test_what_is_wrong_with_a_row_is_its_own_error() -> None:
    answers = [
        Answer("1", {}, fault="torn"), Answer("2", {}, "nowhere", "x"), Answer("3", {}, "toy", "a\0b"),
        Answer("4", {}, "toy", "x" * 20_001), Answer("5", {}, "toy", ""),
    ]  # fmt: skip
    found = Work(make_grading()).chunk(answers)
    assert [outcome.error is None for outcome in found] == [False, False, False, False, True]
    assert "blank" in json.loads(found[4].grade or "")["flags"]


def test_memory_of_grades_is_bounded() -> None:
    work = Work(make_grading())
    for n in range(REMEMBERED + 5):
        work.outcome(Answer(str(n), {}, "toy", f"x{n}"))
    assert len(work._kept) == REMEMBERED


def test_every_answer_has_an_outcome() -> None:
    assert [outcome.id for outcome in Work(make_grading()).chunk(make_answers(20))] == [f"a-{n}" for n in range(20)]
