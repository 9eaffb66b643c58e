"""What a candidate's answers to an assessment come to."""

import pytest

from grader.access import Principal
from grader.bootstrap import Kept
from grader.errors import UnknownAssessment
from tests.grading.acts import create, decide


def test_a_question_without_a_grade_leaves_the_total_open(life: Kept, who: Principal) -> None:
    total = life.totals.total(who, "take-home", "c-1")
    assert (total.total, total.low, total.high, total.counted) == (None, 0, 1, "0 of 1")


def test_the_latest_grade_of_a_question_counts_with_peoples_changes(life: Kept, who: Principal) -> None:
    create(life, who, "more servers and a queue", candidate="c-1")
    latest = create(life, who, candidate="c-1")
    create(life, who, "more servers and a queue", candidate="c-2")
    assert life.totals.total(who, "take-home", "c-1").total == 0.5
    life.reviewing.override(who, latest.grade.id, 1, decide(0.75))
    assert life.totals.total(who, "take-home", "c-1").total == 0.75


def test_a_blank_answer_is_zero_and_marked(life: Kept, who: Principal) -> None:
    create(life, who, "  ", candidate="c-1")
    total = life.totals.total(who, "take-home", "c-1")
    assert (total.total, total.blank) == (0, ("toy/how-to-scale",))


def test_an_unread_language_is_unscored_until_a_person_has_looked(life: Kept, who: Principal) -> None:
    answer = "Wir w\u00fcrden mehr Server dazunehmen und die Last auf alle verteilen, damit es schneller geht."
    made = create(life, who, answer, candidate="c-1")
    assert "language_not_supported" in made.grade.reasons
    assert life.totals.total(who, "take-home", "c-1").total is None
    life.reviewing.override(who, made.grade.id, 1, decide(1))
    assert life.totals.total(who, "take-home", "c-1").total == 1


def test_grades_of_other_questions_do_not_count(life: Kept, who: Principal) -> None:
    with pytest.raises(UnknownAssessment):
        life.totals.total(who, "nowhere", "c-1")
