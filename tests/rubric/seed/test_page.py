"""The lines of a seed, of bounded number and size."""

import pytest

from grader.errors import SeedError
from grader.rubric.seed.page import MAX_LINES, Page, page_lines


def test_a_fault_has_the_pages_path_and_the_line() -> None:
    error = Page("a.md", ["x"]).fault("No.", 1)
    assert str(error) == "a.md:1: No."


def test_a_seed_may_have_20_000_lines_but_not_more() -> None:
    assert len(page_lines(b"\n" * (MAX_LINES - 1), "a.md")) == MAX_LINES
    with pytest.raises(SeedError, match="more than 20,000 lines") as caught:
        page_lines(b"\n" * MAX_LINES, "a.md")
    assert caught.value.line == MAX_LINES + 1
