"""The vote on the delimiter."""

import pytest

from grader.batches.files.delimiter import delimiter_of


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_delimiter_wins_though_the_answers_are_full_of_others(delimiter: str) -> None:
    row = delimiter.join(["1", '"a, b; c | d, e; f"', "x"])
    assert delimiter_of("\n".join([delimiter.join("abc"), row, row, row])) == delimiter


def test_decimal_commas_do_not_win_over_semicolons() -> None:
    assert delimiter_of("id;answer;points\n1;one, two, three;1,5\n2;four, five;2,5\n") == ";"


def test_one_column_is_parted_by_nothing() -> None:
    assert delimiter_of("answer\nfoo\nbar") == ","
