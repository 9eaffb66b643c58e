"""When to try again."""

import pytest

from grader.batches.webhooks import DELAYS, Attempt, after, due_in


@pytest.mark.parametrize("status", [200, 201, 204, 299])
def test_only_a_2xx_is_a_receipt(status: int) -> None:
    assert after(1, Attempt(status)) == "delivered"


@pytest.mark.parametrize("status", [None, 301, 302, 307, 400, 404, 429, 500, 503])
def test_anything_else_is_tried_again_until_the_schedule_ends(status: int | None) -> None:
    assert [after(made, Attempt(status)) for made in (1, 9, 10)] == ["pending", "pending", "failed"]


def test_gone_is_never_tried_again() -> None:
    assert after(1, Attempt(410)) == "failed"


def test_the_waits_are_those_of_the_specification() -> None:
    waits = [due_in(made, Attempt(500)) for made in range(1, 10)]
    assert waits == [5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400]
    assert len(DELAYS) == 10


def test_a_receiver_may_ask_for_more_time_but_not_for_less_nor_for_ever() -> None:
    assert due_in(1, Attempt(429, 60.0)) == 60.0
    assert due_in(2, Attempt(429, 1.0)) == 300.0
    assert due_in(1, Attempt(429, 1e12)) == 86400.0
