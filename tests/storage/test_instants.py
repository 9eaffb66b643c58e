"""Instants as texts."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.storage.instants import to_instant, to_text

INSTANTS = st.datetimes(datetime(1000, 1, 1), datetime(9000, 1, 1), timezones=st.just(UTC))


@given(INSTANTS, INSTANTS)
def test_the_order_of_the_texts_is_that_of_time(one: datetime, other: datetime) -> None:
    assert (to_text(one) < to_text(other)) == (one < other)
    assert to_instant(to_text(one)) == one
    assert len(to_text(one)) == 27


def test_other_time_zones_are_turned_to_utc() -> None:
    there = datetime(2026, 1, 31, 1, tzinfo=timezone(timedelta(hours=2)))
    assert to_text(there) == "2026-01-30T23:00:00.000000Z"


def test_an_instant_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        to_text(datetime(2026, 1, 31))
