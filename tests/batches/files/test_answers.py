"""The answers in rows."""

from grader.batches.files.answers import Answer, answers_of
from grader.batches.files.mapping import Columns, Slot
from grader.batches.files.questions import Found, Questions
from grader.batches.files.row import TableRow

QUESTIONS = Questions([("s/a", "What is the first?"), ("s/b", "What is the second?")])
LONG = Columns((Slot("answer", question="question"),), id="id", candidate="who", mode="mode")
WIDE = Columns((Slot("one", Found("s/a", "text")), Slot("two", Found("s/b", "text"))), candidate="who")


def long(cells: dict[str, object], fault: str | None = None) -> Answer:
    (found,) = answers_of(TableRow(7, cells, fault), LONG, QUESTIONS)
    return found


def test_a_long_row_is_one_answer() -> None:
    found = long({"id": 3.0, "question": "What is the first?", "answer": "x", "who": "c-1", "mode": "notes"})
    assert (found.id, found.rubric, found.text, found.candidate, found.mode) == ("3", "s/a", "x", "c-1", "notes")


def test_a_row_without_an_id_has_its_number() -> None:
    assert long({"question": "s/a", "answer": ""}).id == "7"


def test_a_wide_row_is_an_answer_for_each_question_blank_ones_too() -> None:
    found = list(answers_of(TableRow(2, {"who": "c", "one": "x", "two": ""}), WIDE, QUESTIONS))
    assert [(each.id, each.rubric, each.text) for each in found] == [("2-1", "s/a", "x"), ("2-2", "s/b", "")]
    assert found[0].fields == {"who": "c", "row": 2, "question": "one", "answer": "x"}


def test_an_unknown_question_stays_as_it_was_asked() -> None:
    assert long({"question": "Why?", "answer": "x"}).rubric == "Why?"


def test_what_is_wrong_with_a_row_is_its_fault_and_its_cells_stay() -> None:
    whole: dict[str, object] = {"question": "s/a", "answer": "x"}
    faulty = [
        long(whole, "torn"),
        long({**whole, "id": "\ud800"}),
        long({**whole, "who": "\udc99"}),
        long({"question": "s/a"}),
        long({"answer": "x"}),
        long({**whole, "answer": ["x"]}),
        long({**whole, "mode": "shout"}),
        long({**whole, "who": "x" * 501}),
    ]
    assert all(found.fault for found in faulty)
    assert faulty[0].fields == whole


def test_what_cannot_be_graded_keeps_its_text_and_whose_it_is() -> None:
    found = long({"answer": "x", "who": "c-1"})
    assert (found.text, found.candidate, found.rubric) == ("x", "c-1", None)
    assert long({"answer": 3, "who": "x" * 501}).candidate is None


def test_cells_without_a_column_are_kept() -> None:
    (found,) = answers_of(TableRow(1, {"answer": "x"}, "too wide", ("y",)), LONG, QUESTIONS)
    assert found.fields == {"answer": "x", "more_cells": ["y"]}
