"""How near an answer comes to a concept it does not meet."""

from tests.factories import read


def test_part_of_a_phrase_lowers_the_confidence_of_a_miss() -> None:
    near = read("spread load machine", "we spread the load").concepts[0]
    far = read("spread load machine", "we write clean code").concepts[0]
    assert near.verdict == far.verdict == "missed"
    assert near.confidence < far.confidence
