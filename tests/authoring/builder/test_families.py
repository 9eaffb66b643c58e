"""Word families."""

import pytest

from grader.authoring.builder.families import family, with_family


@pytest.mark.parametrize(
    ("word", "other"),
    [("reduce", "reduction"), ("decision", "decide"), ("simplify", "simple")],
)
def test_a_word_brings_its_family(word: str, other: str) -> None:
    assert other in family(word)


@pytest.mark.parametrize("word", ["internal", "queue", "index", "on_premise/bare_metal", "foreign key"])
def test_other_words_stay_alone(word: str) -> None:
    assert with_family(word) == word
