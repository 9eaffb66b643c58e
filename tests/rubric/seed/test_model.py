"""A seed and its questions are values."""

from grader.rubric import SHAPES, Seed, SeedQuestion


def test_the_shapes_are_those_that_can_be_chosen() -> None:
    assert SHAPES == ("bullets", "numbered", "headings", "table", "csv", "tsv", "jsonl")


def test_equal_seeds_are_one_key() -> None:
    question = SeedQuestion("a?", "b", "a", 1, "0")
    assert question.weight is None
    assert len({Seed("x", "x", (), "0", (question,)), Seed("x", "x", (), "0", (question,))}) == 1
