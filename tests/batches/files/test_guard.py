"""No cell runs as a formula."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.batches.files.guard import plain_cell


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "＋1", "－1", "＠a"]
)
def test_what_might_run_is_made_plain(text: str) -> None:
    assert plain_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "plain", "-5", "+1.5", "a=b", "'=1"])
def test_what_cannot_run_stands_as_it_is(text: str) -> None:
    assert plain_cell(text) == text


@given(st.text(alphabet=st.sampled_from("=+-@\t\r\n ＝＠1a'.")))
def test_no_cell_begins_as_a_formula(text: str) -> None:
    cell = plain_cell(text).lstrip()
    assert not cell.startswith(("=", "@", "＝", "＠"))
    assert not cell.startswith(("+", "-")) or cell[1:].replace(".", "", 1).isdigit()
