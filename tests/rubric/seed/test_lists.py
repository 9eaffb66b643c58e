"""Lists of bullets or numbers, with the answer behind the question or below it."""

import pytest

from .conftest import Fault, Read


@pytest.mark.parametrize(
    "text",
    [
        "- how to cache? ttl\n  keys",
        "- how to cache?\n  ttl keys",
        "- how to\n  cache? ttl keys",
        "- **how to cache?**\n\n  ttl keys",
        "1. how to cache? ttl keys",
        "7) how to cache?\n   ttl keys",
    ],
)
def test_the_answer_may_stand_on_the_lines_below(read: Read, text: str) -> None:
    (question,) = read(text).questions
    assert (question.question, question.reference, question.line) == ("how to cache?", "ttl keys", 1)


def test_items_and_paragraphs_below_a_question_are_lines_of_its_reference(read: Read) -> None:
    text = "- how to cache? first\n  - ttl\n  - keys\n    1. short\n\n  last\n- what? it"
    first, second = read(text).questions
    assert first.reference == "first\nttl\nkeys\nshort\nlast"
    assert (second.reference, second.line) == ("it", 7)


def test_a_numbered_list_may_be_interrupted(read: Read) -> None:
    seed = read("# Part one\n\n1. a? b\n\nWords.\n\n2. c? d\n")
    assert (seed.shape, [question.line for question in seed.questions]) == ("numbered", [3, 7])


@pytest.mark.parametrize(("text", "line"), [("1. a? b\n2. c\n3. d? e", 2), ("- a? b\n- section\n  - c? d", 2)])
def test_an_item_without_a_question_is_refused_with_its_line(fault: Fault, text: str, line: int) -> None:
    error = fault(text)
    assert "No `?`" in str(error)
    assert error.line == line


def test_a_question_without_an_answer_below_is_refused(fault: Fault) -> None:
    assert fault("1. a? b\n2. c?\n3. d? e").line == 2
