"""A repeated request does its work once."""

from grader.grading import KEPT, LEASE, Done


def test_what_came_of_a_request_is_kept_for_longer_than_a_day_and_than_any_lease() -> None:
    assert KEPT.total_seconds() > 24 * 3600
    assert KEPT > 100 * LEASE


def test_what_came_of_a_request_is_only_a_status_and_an_id() -> None:
    assert Done.__slots__ == ("status", "resource")
