"""Claims as they go over the wire."""

from grader.api.claims import IGNORED_EXAMPLE, SAME_EXAMPLE, ClaimBody, claim_line
from grader.grading import RuledClaim, Ruling, Said, Span, claim_hash
from tests.storage.factories import NOW

SPAN = Span(start=19, end=25, text="shards")


def ruling(kind: str) -> Ruling:
    same = {"id": "rul_1", "grade": "grd_1", "rubric": "toy/a", "claim": claim_hash(SPAN.text), "made_by": "key_1"}
    return Ruling.model_validate({**same, "made": NOW, "kind": kind})


def test_the_examples_say_what_they_show() -> None:
    assert ClaimBody.model_validate(IGNORED_EXAMPLE).said() == Said(19, 52, "ignored")
    assert ClaimBody.model_validate(SAME_EXAMPLE).said() == Said(19, 52, "same_as", "expensive-operations")


def test_a_line_holds_the_decision_in_force_and_all_before() -> None:
    rulings = ruling("same_as"), ruling("ignored")
    line = claim_line(RuledClaim(SPAN, rulings))
    assert (line.text, line.ruling, line.rulings) == ("shards", rulings[1], rulings)
    assert claim_line(RuledClaim(SPAN, (*rulings, ruling("open")))).ruling is None
