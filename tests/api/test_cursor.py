"""Cursors."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.api.cursor import opened, sealed
from grader.errors import CursorRefused
from grader.grading import Place

PLACE = Place(datetime(2026, 1, 2, 3, 4, 5, 6, tzinfo=UTC), "grd_a")


def test_a_cursor_leads_back_to_its_place() -> None:
    assert opened(sealed(PLACE, b"s", "acme", None), b"s", "acme", None) == PLACE


@pytest.mark.parametrize(("secret", "asked"), [(b"t", ("acme",)), (b"s", ("other",)), (b"s", ("acme", None))])
def test_a_cursor_is_good_for_one_tenant_and_listing(secret: bytes, asked: tuple[object, ...]) -> None:
    with pytest.raises(CursorRefused):
        opened(sealed(PLACE, b"s", "acme"), secret, *asked)


@given(st.text(max_size=200))
def test_no_other_text_is_a_cursor(text: str) -> None:
    with pytest.raises(CursorRefused):
        opened(text, b"s", "acme")


@given(st.integers(min_value=0, max_value=60), st.characters(codec="ascii"))
def test_a_changed_cursor_is_refused(at: int, letter: str) -> None:
    whole = sealed(PLACE, b"s", "acme")
    changed = whole[:at] + letter + whole[at + 1 :]
    if changed != whole:
        with pytest.raises(CursorRefused):
            opened(changed, b"s", "acme")
