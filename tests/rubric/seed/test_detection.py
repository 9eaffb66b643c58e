"""The shape is found from what most blocks look like; what is not clear is told."""

import pytest

from grader.rubric import Shape

from .conftest import Fault, Read


@pytest.mark.parametrize(
    ("text", "name", "shape"),
    [
        ("- a? b", "x.md", "bullets"),
        ("- a? b", "x.TXT", "bullets"),
        ("2. a? b", "x", "numbered"),
        ("# a?\nb", "x.md", "headings"),
        ("question|answer\n-|-\na|b", "x.md", "table"),
        ("question,answer\na,b", "x.md", "csv"),
        ("a,b", "x.CSV", "csv"),
        ("question\tanswer\na\tb", "x.txt", "tsv"),
        ('{"question": "a", "answer": "b"}', "x.txt", "jsonl"),
        ("# Ready to ask?\n\n- a? b\n- c? d", "x.md", "bullets"),
        ("# a?\n1. why? so\n\n# c?\nd\n# e?\nf", "x.md", "headings"),
        ("Notes:\n\n1. read\n2. ask\n\n- a? b", "x.md", "bullets"),
    ],
)
def test_a_shape_is_found(read: Read, text: str, name: str, shape: Shape) -> None:
    assert read(text, name).shape == shape


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("- a? b\n\n1. c? d", 1, "the 1 `bullets` or the 1 `numbered`?"),
        ("# a?\n- b? c", 1, "the 1 `bullets` or the 1 `headings`?"),
        ("# a?\n- b? c\n- d? e\n- f", 1, "the 2 `bullets` or the 1 `headings`?"),
        ("- a? b\n- c? d\n\n1. e? f", 4, "of the shape `numbered`, most are `bullets`"),
        ("# Quiz\n\n**What is it?**\n\nThat.\n\n## e?\nf", 3, "of the shape `bold text`, most are `headings`"),
        ("- a? b\n- c? d\n\n## e?\nf", 4, "of the shape `headings`, most are `bullets`"),
    ],
)
def test_what_is_not_clear_is_told_and_choosing_the_shape_settles_it(
    read: Read, fault: Fault, text: str, line: int, message: str
) -> None:
    error = fault(text)
    assert message in str(error)
    assert error.line == line
    other: Shape = "headings" if "#" in text else "numbered"
    assert read(text, shape=other).shape == other


def test_a_shape_that_does_not_occur_is_told(fault: Fault) -> None:
    assert "no question of the shape `numbered`" in str(fault("- a? b", shape="numbered"))
