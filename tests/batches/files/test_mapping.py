"""Columns of real exports, and what is said about them."""

from itertools import islice
from pathlib import Path

import pytest

from grader.batches.files.mapping import Columns, columns_of
from grader.batches.files.opening import open_answers
from grader.batches.files.questions import Questions
from grader.errors import MappingUnsure

DATA = Path(__file__).parent / "data"
QUESTIONS = Questions(
    [
        ("s/when-to-use-rest-api-or-graphql", "When to use REST API or GraphQL?"),
        ("s/cache", "When to use Cache? What is the downside of Cache?"),
    ]
)


def mapped(name: str, rubric: str | None = None, **said: str) -> Columns:
    with open_answers(DATA / name) as table:
        sample = [row.cells for row in islice(table.rows, 50)]
        return columns_of(table.columns, sample, QUESTIONS, said, rubric=rubric)


@pytest.mark.parametrize(
    ("name", "answer", "question", "candidate"),
    [
        ("prairielearn.csv", "submitted_answer", "qid", "uid"),
        ("greenhouse.csv", "Answer", "Question", "Application ID"),
        ("research.tsv", "student_answer", "question", None),
        ("german.csv", "Antwort", "Frage", "E-Mail"),
    ],
)
def test_a_long_export_is_understood(name: str, answer: str, question: str, candidate: str | None) -> None:
    columns = mapped(name)
    assert (columns.slots[0].answer, columns.slots[0].question) == (answer, question)
    assert columns.candidate == candidate
    assert not columns.wide


@pytest.mark.parametrize("name", ["google_forms.csv", "canvas_quiz.csv"])
def test_headers_that_are_questions_make_a_wide_table(name: str) -> None:
    columns = mapped(name)
    assert [slot.found.rubric for slot in columns.slots if slot.found] == [
        "s/when-to-use-rest-api-or-graphql",
        "s/cache",
    ]
    assert columns.guessed == ()


def test_a_question_that_no_rubric_asks_is_not_passed_over_in_silence() -> None:
    columns = columns_of(["When to use REST API or GraphQL?", "Why so?"], [], QUESTIONS, {})
    assert columns.guessed == ("column 'Why so?' is not graded: no rubric has this question",)


def test_numbered_responses_go_with_their_questions() -> None:
    pairs = [(slot.answer, slot.question) for slot in mapped("moodle_quiz_responses.csv").slots]
    assert pairs == [("Response 1", "Question 1"), ("Response 2", "Question 2")]


def test_a_file_of_one_question_needs_the_rubric_named() -> None:
    assert mapped("moodle_worksheet.csv", rubric="s/cache").slots[0].answer == "Online text"
    with pytest.raises(MappingUnsure, match="which question"):
        mapped("moodle_worksheet.csv")


def test_a_file_without_answers_is_refused() -> None:
    with pytest.raises(MappingUnsure, match="No column is called the answer"):
        mapped("gradebook.csv")


def test_what_a_person_says_wins() -> None:
    assert mapped("greenhouse.csv", candidate="Candidate Name").candidate == "Candidate Name"


@pytest.mark.parametrize("said", [{"answer": "nowhere"}, {"colour": "Answer"}])
def test_what_a_person_says_must_be_there(said: dict[str, str]) -> None:
    with pytest.raises(MappingUnsure):
        mapped("greenhouse.csv", **said)


def test_two_columns_of_answers_stop_it() -> None:
    with pytest.raises(MappingUnsure, match="'answer', 'response'"):
        columns_of(["question", "answer", "response"], [], QUESTIONS, {})


def test_an_answer_known_only_by_its_sentences_is_a_guess() -> None:
    sample: list[dict[str, object]] = [{"question": "q", "free text": "one two three four five"}]
    assert columns_of(["question", "free text"], sample, QUESTIONS, {}).guessed


def test_a_header_nearly_a_question_is_a_guess_and_two_of_one_stop_it() -> None:
    assert columns_of(["When do you use REST API or GraphQL?"], [], QUESTIONS, {}).guessed
    with pytest.raises(MappingUnsure, match="Two columns"):
        columns_of(["When to use REST API or GraphQL?", "1. When to use REST API or GraphQL"], [], QUESTIONS, {})
