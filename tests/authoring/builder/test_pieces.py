"""Lists of points cut into pieces."""

import pytest

from grader.authoring.builder.pieces import pieces


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("semantic tags, alt texts, focus order.", ["semantic tags", "alt texts", "focus order"]),
        ("semantic tags, alt texts, and focus order", ["semantic tags", "alt texts", "focus order"]),
        ("mitosis, meiosis and budding", ["mitosis", "meiosis", "budding"]),
        ("use a store (redis, sqs), measure", ["use a store (redis, sqs)", "measure"]),
        ("1,000 rows, an index", ["1,000 rows", "an index"]),
        ("to render faster and reduce traffic", ["to render faster", "reduce traffic"]),
        ("use grid for pages and to align items", ["use grid for pages", "to align items"]),
        ("1) solid 2) liquid 3) gas", ["solid", "liquid", "gas"]),
        ("unit tests and end tests", ["unit tests", "end tests"]),
    ],
)
def test_a_list_is_cut_where_points_end(text: str, found: list[str]) -> None:
    assert list(pieces(text)) == found


@pytest.mark.parametrize(
    "text",
    ["improve read and write concern", "smaller tables and fields are better", "prefer to avoid joins and views"],
)
def test_what_belongs_together_is_not_cut(text: str) -> None:
    assert list(pieces(text)) == [text]


def test_a_comma_may_be_missing_before_avoid_and_prefer() -> None:
    text = "use flexbox and grid layouts avoid inline styles, prefer rem units"
    assert list(pieces(text)) == ["use flexbox and grid layouts", "avoid inline styles", "prefer rem units"]


def test_avoid_within_a_sentence_is_no_new_piece() -> None:
    assert list(pieces("use keys to avoid collisions, use locks")) == ["use keys to avoid collisions", "use locks"]
