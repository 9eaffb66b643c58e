"""States and counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.batches import ENDED, MOVES, OUTCOMES, STATES, Counts, Outcome, State
from grader.batches.batch import counts, may_become

DONE = st.dictionaries(st.sampled_from(OUTCOMES), st.integers(0, 50))


@given(st.sampled_from(STATES), DONE, st.integers(0, 50))
def test_counts_add_up_in_every_state(state: State, done: dict[Outcome, int], rest: int) -> None:
    total = sum(done.values()) + rest
    found = counts(state, total, done)
    parts = (found.pending, found.graded, found.needs_review, found.failed, found.cancelled, found.expired)
    assert sum(parts) == found.total == total
    assert found.pending == 0 or state not in ("cancelled", "expired", "failed")


def test_counts_that_do_not_add_up_are_none() -> None:
    with pytest.raises(ValueError, match="add up"):
        Counts(total=2, graded=1)


def test_a_state_that_has_ended_becomes_nothing_else() -> None:
    assert {"completed", "failed", "cancelled", "expired"} == ENDED
    assert not [(one, other) for one in ENDED for other in STATES if may_become(one, other)]


def test_every_state_leads_to_an_end() -> None:
    for state in STATES:
        reached = {state}
        while more := {after for before in reached for after in MOVES[before]} - reached:
            reached |= more
        assert reached & ENDED


def test_what_was_cancelled_never_runs_again() -> None:
    assert not may_become("cancelling", "running")
    assert not may_become("cancelled", "queued")
