"""Scorecards as a listing shows them."""

from grader.api.cards import card_line
from grader.grading import Scorecard
from tests.grading.cards import make_draft
from tests.storage.factories import NOW


def test_a_line_says_whose_it_is_and_what_it_came_to() -> None:
    card = Scorecard(id="crd_1", made=NOW, made_by="key_1", **dict(make_draft("c-1")))
    line = card_line(card)
    assert (line.id, line.candidate, line.total, line.made, line.made_by) == ("crd_1", "c-1", card.total, NOW, "key_1")
    assert line.rubrics == ("toy/how-to-scale",)
    assert card.questions[0].notes not in line.model_dump_json()
