"""Rows of a table."""

from grader.batches.files.row import named, row_of


def test_columns_of_one_name_are_told_apart_and_a_nameless_one_gets_its_place() -> None:
    assert named(["a", " b  c ", "a", "", "a"]) == ("a", "b c", "a (2)", "column 4", "a (3)")


def test_a_short_row_has_no_cell_where_it_ended() -> None:
    assert row_of(1, ("a", "b"), ["x"]).cells == {"a": "x"}


def test_cells_beyond_the_header_are_kept_and_the_row_has_a_fault() -> None:
    row = row_of(1, ("a",), ["x", "y"])
    assert row.more == ("y",)
    assert row.fault is not None


def test_empty_cells_beyond_the_header_are_no_fault() -> None:
    assert row_of(1, ("a",), ["x", "", ""]).fault is None
