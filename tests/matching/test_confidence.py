"""The probability that a verdict is right."""

from grader.matching.confidence import of_absence
from tests.factories import read


def test_confidence_is_a_probability() -> None:
    for answer in ("queue", "I'd avoid queues", "nothing"):
        assert 0 < read("queue", answer).concepts[0].confidence < 1


def test_a_near_miss_is_less_sure_than_silence() -> None:
    assert of_absence(0.66, 10) < of_absence(0, 10) < of_absence(0, 0)


def test_a_typing_slip_makes_less_sure() -> None:
    assert (
        read("kubernetes", "kubrnetes").concepts[0].confidence < read("kubernetes", "kubernetes").concepts[0].confidence
    )
