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
