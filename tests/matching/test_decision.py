"""Decide a concept's verdict."""

from tests.factories import read


def test_claimed_both_ways_is_partial_and_flagged() -> None:
    found = read("queue", "I use queues for everything. Please never add queues.")
    assert (found.concepts[0].verdict, found.flags) == ("partial", ("conflicting",))


def test_a_correction_makes_the_last_claim_win() -> None:
    answer = "I'd use queues. Scratch that, I'd avoid queues."
    assert read("queue", answer).concepts[0].verdict == "contradicted"


def test_evidence_is_given_for_a_contradiction_too() -> None:
    assert [span.text for span in read("queue", "I'd avoid queues.").concepts[0].evidence] == ["queues"]
