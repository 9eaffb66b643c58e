"""A grade as it is written."""

import json

from grader.batches.local.written import OWN, written
from grader.grading import Grade, GradeRequest
from tests.batches.local.answering import make_grading

GRADE = make_grading().grade(GradeRequest("toy", "a queue", external_id="1"))


def test_what_an_answer_has_of_its_own_comes_first() -> None:
    assert tuple(Grade.model_fields)[: len(OWN)] == OWN


def test_the_text_and_the_values_say_the_same() -> None:
    again = written(GRADE).of("g", 'x"y', None)
    assert json.loads(again.text) == again.values
    assert again.text == GRADE.model_copy(update={"id": "g", "external_id": 'x"y', "candidate": None}).model_dump_json()
