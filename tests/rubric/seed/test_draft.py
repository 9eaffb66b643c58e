"""Where a question ends, and what every question must have."""

import pytest

from grader.rubric.seed.draft import lines_of, split_question

from .conftest import Fault, Read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("what is X? a thing", ("what is X?", "a thing")),
        ("**What is X?** a thing", ("What is X?", "a thing")),
        ("_What is X?_", ("What is X?", "")),
        ("is ?x=1 a query? yes", ("is ?x=1 a query?", "yes")),
        ("2. What is X?", ("What is X?", "")),
        ("**Q1: What is X?** a thing", ("What is X?", "a thing")),
        ("Question 12. What is X?", ("What is X?", "")),
        ("404: what is it? gone", ("404: what is it?", "gone")),
        ("no question here", None),
        ("x?y", None),
    ],
)
def test_a_question_ends_with_its_mark(text: str, expected: tuple[str, str] | None) -> None:
    assert split_question(text) == expected


def test_texts_become_lines_and_empty_ones_are_left_out() -> None:
    assert lines_of(["a\n  b", "", " c "]) == "a b\nc"


def test_the_hash_is_that_of_all_lines_of_the_question(read: Read) -> None:
    def hash_of(text: str) -> str:
        return read(text).questions[0].sha256

    assert hash_of("- a?\n  b\n  c") != hash_of("- a?\n  b\n  d")
    assert hash_of("- a?\n  b \n  c\n\n\n- d? e") == hash_of("- a?\n  b\n  c")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("question,answer\n???,b", "needs a word"),
        ("question,answer\na,...", "No reference answer"),
        (f"question,answer\n{'a' * 1001},b", "longer than 1000"),
        ("question,answer,weight\na,b,heavy", "above 0"),
        ("question,answer,weight\na,b,-1", "above 0"),
        ("question,answer,weight\na,b,nan", "above 0"),
        ("question,answer,weight\na,b,1001", "at most 1000"),
        ("question,answer,id\na,b,A b", "question's id is words"),
    ],
)
def test_a_question_with_a_fault_is_refused_with_its_line(fault: Fault, text: str, message: str) -> None:
    error = fault(text, "x.csv")
    assert message in str(error)
    assert error.line == 2
