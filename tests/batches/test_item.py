"""Rows as they are sent, and what is kept of them."""

import json
import re

import pytest

from grader.batches.files import Questions
from grader.batches.item import Row, audited, candidate_of, failed, grade_id, graded, request_of
from grader.errors import RowRefused
from grader.grading import GradeRequest

from .making import GOOD, RUBRIC, shared_grading

QUESTIONS = Questions([(RUBRIC, "When to use cache?")])


def test_a_row_names_its_rubric_or_its_question_or_neither() -> None:
    assert request_of('{"rubric": "when-to-use-cache", "answer": "a"}', None, QUESTIONS).rubric == RUBRIC
    assert request_of('{"question": "when to use CACHE", "answer": "a"}', None, QUESTIONS).rubric == RUBRIC
    assert request_of('{"answer": "a"}', "d/e", QUESTIONS).rubric == "d/e"


@pytest.mark.parametrize("name", ["cache", "x/y", "2", "when to use a cash"])
def test_a_rubric_is_not_guessed_from_a_part_of_its_name(name: str) -> None:
    with pytest.raises(RowRefused, match="No rubric is called"):
        request_of(json.dumps({"rubric": name, "answer": "a"}), RUBRIC, QUESTIONS)


def test_ids_that_are_numbers_are_taken_as_texts() -> None:
    found = request_of('{"id": 17, "candidate": 4, "answer": ""}', "x/y", QUESTIONS)
    assert (found.external_id, found.candidate, found.answer) == ("17", "4", "")


@pytest.mark.parametrize(
    "row",
    [
        "not json", "[]", '"a"', "{}", '{"answer": "a"}', '{"rubric": "x/y"}', '{"rubric": "x/y", "answer": 5}',
        '{"rubric": "x/y", "answer": "a", "mode": "song"}', '{"rubric": true, "answer": "a"}', "[" * 100_000,
        '{"rubric": "x/y", "answer": "a", "id": "' + "i" * 501 + '"}', '{"question": "no such", "answer": "a"}',
        '{"rubric": "x/y", "answer": "a", "candidate": "\\ud800"}',
        '{"rubric": "x/y", "answer": "a", "id": "a\\u0000"}',
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_graded_is_refused_without_its_text(row: str) -> None:
    with pytest.raises(RowRefused) as refused:
        request_of(row, None, QUESTIONS)
    assert "song" not in str(refused.value)


def test_whom_a_row_names_is_known_if_it_can_be_read_at_all() -> None:
    found = {'{"candidate": "c"}': "c", '{"candidate": 7}': "7", "{}": None, "[]": None, "no": None, "[" * 99_999: None}
    found |= {'{"candidate": ["c"]}': None, '{"candidate": "\\ud800"}': None}
    assert {row: candidate_of(row) for row in found} == found


def test_a_result_has_the_grade_and_how_far_its_score_may_be_off() -> None:
    grade = shared_grading().grade(GradeRequest(RUBRIC, GOOD, candidate="c-1"))
    made = graded("bat_a", 3, grade, GOOD, shared_grading().basis(grade))
    found = made.result
    assert (made.grade, made.answer, found.grade) == (grade, GOOD, grade.id)
    assert (found.number, found.outcome, found.candidate, found.score) == (3, grade.status, "c-1", grade.score)
    assert found.swing == round(max(grade.score_high - grade.score, grade.score - grade.score_low), 4)
    lost = failed(Row(3, '{"candidate": "c-1"}'), "why").result
    assert (lost.score, lost.candidate, lost.error) == (None, "c-1", "why")


def test_an_answer_in_a_language_that_cannot_be_read_has_no_score_yet() -> None:
    said = "Je mettrais en cache les requetes lentes parce que les donnees sont lues plus souvent qu'elles ne changent."
    grade = shared_grading().grade(GradeRequest(RUBRIC, said))
    found = graded("bat_a", 0, grade, said, shared_grading().basis(grade)).result
    assert "language_not_supported" in grade.reasons
    assert (found.outcome, found.score, found.low, found.high, found.swing) == ("needs_review", None, 0.0, 1.0, 1.0)


def test_the_id_of_a_grade_follows_from_its_row() -> None:
    assert grade_id("bat_a", 1) == grade_id("bat_a", 1)
    assert len({grade_id(batch, row) for batch in ("bat_a", "bat_b") for row in range(100)}) == 200
    assert re.fullmatch("grd_[a-z2-7]{26}", grade_id("bat_a", 7))


def test_ids_of_grades_are_in_the_order_of_the_rows() -> None:
    ids = [grade_id("bat_a", row) for row in (*range(1100), 32**3, 10**6 - 1, 10**6)]
    assert ids == sorted(ids)
    assert len(set(ids)) == len(ids)


def test_one_row_in_twenty_is_audited_and_always_the_same() -> None:
    drawn = [row for row in range(10_000) if audited("bat_a", row)]
    assert 400 < len(drawn) < 600
    assert drawn != [row for row in range(10_000) if audited("bat_b", row)]
