"""How questions went."""

import pytest

from grader.batches.ranking.questions import Tally
from grader.grading import GradeRequest
from tests.batches.local.answering import make_grading


def test_hit_rates_are_shares_of_the_answers() -> None:
    tally, grading = Tally(), make_grading()
    for text in ("a queue", "a queue and a cache", ""):
        tally.add(grading.grade(GradeRequest("toy", text)).model_dump(mode="json"))
    tally.add(None)
    (question,) = tally.questions
    assert (tally.rows, tally.errors, question.answers, question.blank) == (4, 1, 3, 1)
    assert question.hit_rate("queues") == pytest.approx(2 / 3)
    assert question.weakest == ("cache", "queues")
    assert question.mean == pytest.approx(0.5)
    assert question.scores == [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]


def test_counts_over_parts_add_up_to_those_over_all() -> None:
    grading, whole, parts = make_grading(), Tally(), Tally()
    made = [grading.grade(GradeRequest("toy", text)).model_dump(mode="json") for text in ("a queue", "", "a cache")]
    for grades in ([], [made[0], None], [*made[1:], None]):
        part = Tally()
        for grade in grades:
            part.add(grade)
            whole.add(grade)
        parts.merge(part)
    assert parts == whole
    assert (whole.rows, whole.errors, whole.questions[0].verdicts["queues"]["met"]) == (5, 2, 1)
