"""The first look over a file."""

from grader.batches.files import Columns, Questions, Slot, TableRow
from grader.batches.local.survey import Survey, survey_of

QUESTIONS = Questions([("s/when-to-cache", "When to use a cache?")])
COLUMNS = Columns((Slot("answer", question="q"),), id="id", candidate="who")


def look(*rows: dict[str, object]) -> Survey:
    return survey_of((TableRow(n, row) for n, row in enumerate(rows, 1)), COLUMNS, QUESTIONS)


def test_answers_are_counted_by_rubric() -> None:
    row: dict[str, object] = {"q": "When to use a cache?", "answer": "x"}
    found = look(row, row, {"q": "Why?", "answer": "x"}, {"q": "Why?"})
    assert (found.rows, found.answers, found.faults) == (4, 4, 1)
    assert dict(found.rubrics) == {"s/when-to-cache": 2, "Why?": 1}
    assert tuple(found.columns) == ("q", "answer")


def test_ids_and_questions_that_come_twice_are_counted() -> None:
    row: dict[str, object] = {"id": "1", "who": "c", "q": "When to use a cache?", "answer": "x"}
    found = look(row, {**row, "id": "2"}, {**row, "who": "d"})
    assert (found.same_id, found.same_question) == (1, 1)


def test_a_question_nearly_that_of_a_rubric_is_told() -> None:
    asked = "When do you use a cache?"
    assert look({"q": asked, "answer": "x"}).close == {asked: "s/when-to-cache"}
