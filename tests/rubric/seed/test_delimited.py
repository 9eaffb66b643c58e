"""CSV and TSV."""

import pytest

from .conftest import Fault, Read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("question,answer\nWhat is X?,a thing\n", "x.csv"),
        ("question;answer\nWhat is X?;a thing\n", "x.csv"),
        ('"Question","Answer"\n"What is X?","a thing"\n', "x.csv"),
        ("question\tanswer\nWhat is X?\ta thing\n", "x.tsv"),
        ("question\tanswer\nWhat is X?\ta thing\n", "x.csv"),
        ("question,answer\nWhat is X?,a thing\n", "x.txt"),
        ("\n\nWhat is X?,a thing\n", "x.csv"),
        ("What is X?\ta thing", "x.tsv"),
    ],
)
def test_a_row_is_a_question_and_its_answer(read: Read, text: str, name: str) -> None:
    (question,) = read(text, name).questions
    assert (question.question, question.reference) == ("What is X?", "a thing")
    assert question.line == text[: text.index("What")].count("\n") + 1


def test_a_quoted_cell_may_hold_commas_quotes_and_line_breaks(read: Read) -> None:
    text = 'question,answer\n"a, ""b""","c\n\n d"\ne,f\n'
    first, second = read(text, "x.csv").questions
    assert (first.question, first.reference, first.line) == ('a, "b"', "c\nd", 2)
    assert second.line == 5


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a,b,c\nd,e,f", 1, "names no question"),
        ("a\nb", 1, "names no question"),
        ("question,answer\na,b,c", 2, "has 3 cells"),
        ("question,answer\na,b\nc", 3, "No reference"),
        ('question,answer\na,b\n"c" d,e', 3, "cannot be read"),
        ('question,answer\na,"b\nc,d\n', 2, "cannot be read"),
        ("question,answer\na,b\nA?,c", 3, "slug `a`"),
        ("question,answer\n", 1, "no question of the shape `csv`"),
        ("", 1, "no question"),
    ],
)
def test_a_fault_names_the_line(fault: Fault, text: str, line: int, message: str) -> None:
    error = fault(text, "x.csv")
    assert message in str(error)
    assert error.line == line
