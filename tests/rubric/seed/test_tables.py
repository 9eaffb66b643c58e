"""Tables of markdown."""

import pytest

from .conftest import Fault, Read

ROWS = "| - | - |\n| What is X? | a thing |\n| Explain Y | b |\n"


def test_each_row_is_a_question(read: Read) -> None:
    seed = read("# Quiz\n\n| Question | Model answer |\n" + ROWS)
    assert seed.shape == "table"
    assert [(q.question, q.reference, q.line) for q in seed.questions] == [
        ("What is X?", "a thing", 5),
        ("Explain Y", "b", 6),
    ]


def test_a_row_may_have_a_weight(read: Read) -> None:
    text = "question | answer | points\n-|-|-\na | b | 2.5\nc | d |\n"
    assert [question.weight for question in read(text).questions] == [2.5, None]


def test_a_table_with_other_columns_is_read_only_if_the_shape_is_chosen(read: Read, fault: Fault) -> None:
    text = "| Term | Meaning |\n" + ROWS
    assert "no question" in str(fault(text))
    assert len(read(text, shape="table").questions) == 2
    assert "names no question" in str(fault("| a | b | c |\n| - | - | - |\n| d | e | f |", shape="table"))


@pytest.mark.parametrize("row", ["| c | |", "| c |"])
def test_a_row_without_an_answer_is_refused_with_its_line(fault: Fault, row: str) -> None:
    assert fault(f"| question | answer |\n|-|-|\n| a | b |\n{row}").line == 4
