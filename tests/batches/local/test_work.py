"""One answer after another."""

import pytest

from grader.batches.files import Answer
from grader.batches.local.work import REMEMBERED, Work, request_of
from tests.batches.local.answering import make_grading


def test_identical_answers_are_graded_once_and_keep_their_own_ids() -> None:
    work = Work(make_grading())
    first, second = (work.outcome(Answer(n, {}, "toy", "a queue", f"c-{n}")).grade for n in "12")
    assert work.graded == 1
    assert first is not None
    assert second is not None
    one, two = first.values, second.values
    assert (one["external_id"], two["external_id"], two["candidate"]) == ("1", "2", "c-2")
    assert one["id"] != two["id"]


@pytest.mark.parametrize("name", ["2", 'quote " and \\ slash', "line\nend\x00\x7f", "ü\u2028\U0001f600", "</script>"])
@pytest.mark.parametrize("candidate", [None, "c", 'c"\t'])
def test_a_remembered_grade_is_what_grading_gives(name: str, candidate: str | None) -> None:
    work, answer = Work(make_grading()), Answer(name, {}, "toy", "a queue", candidate)
    work.outcome(Answer("a first, longer id", {}, "toy", "a queue"))
    again, fresh = work.outcome(answer).grade, make_grading().grade(request_of(answer))
    assert work.graded == 1
    assert again is not None
    assert again.text == fresh.model_dump_json()
    assert again.values == fresh.model_dump(mode="json")


def test_what_is_wrong_with_a_row_is_its_own_error() -> None:
    answers = [
        Answer("1", {}, fault="torn"), Answer("2", {}, "nowhere", "x"), Answer("3", {}, "toy", "a\0b"),
        Answer("4", {}, "toy", "x" * 20_001), Answer("5", {}, "toy", ""),
    ]  # fmt: skip
    found = list(map(Work(make_grading()).outcome, answers))
    assert [outcome.error is None for outcome in found] == [False, False, False, False, True]
    assert found[4].grade is not None
    assert "blank" in found[4].grade.values["flags"]


def test_memory_of_grades_is_bounded() -> None:
    work = Work(make_grading())
    for n in range(REMEMBERED + 5):
        work.outcome(Answer(str(n), {}, "toy", f"x{n}"))
    assert len(work._kept) == REMEMBERED
