"""Names are hidden, and the same in all pages of a batch."""

from grader.web.hiding import pseudonym


def test_a_candidate_is_called_the_same_in_a_batch_and_otherwise_elsewhere() -> None:
    assert pseudonym("bat_a", "ann") == pseudonym("bat_a", "ann")
    assert len({pseudonym(batch, name) for batch in ("bat_a", "bat_b") for name in ("ann", "bob")}) == 4
    assert "ann" not in pseudonym("bat_a", "ann")
