"""Cells of workbooks as a person sees them."""

from datetime import date

import pytest

from grader.batches.files.calamine import text_of


@pytest.mark.parametrize(
    ("cell", "text"),
    [(17.0, "17"), (1.5, "1.5"), (1e300, "1e+300"), ("x", "x"), (True, "TRUE"), (date(2026, 1, 2), "2026-01-02")],
)
def test_a_cell_becomes_text(cell: object, text: str) -> None:
    assert text_of(cell) == text
