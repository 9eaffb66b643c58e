"""Lines of the output."""

import json

from grader.batches.local.outcome import Outcome, is_same, read_line
from grader.batches.local.written import Written


def test_a_line_is_the_input_then_the_grade_and_the_error() -> None:
    line = Outcome("7", {"answer": "ü", "more": [1]}, Written('{"score":1}', {}), None).line()
    assert json.loads(line) == {"id": "7", "answer": "ü", "more": [1], "grade": {"score": 1}, "error": None}
    assert list(json.loads(line)) == ["id", "answer", "more", "grade", "error"]


def test_no_column_of_the_input_is_lost_to_one_of_ours() -> None:
    found = json.loads(Outcome("7", {"id": 7.5, "grade": "B"}, None, "no").line())
    assert found == {"id": 7.5, "input_grade": "B", "grade": None, "error": "no"}


def test_a_torn_line_is_none() -> None:
    line = Outcome("7", {}, None, None).line()
    assert read_line(line) is not None
    assert all(read_line(line[:end]) is None for end in range(len(line)))


def test_a_line_is_of_its_own_input_only() -> None:
    fresh = Outcome("7", {"answer": "x"}, None, None)
    done = read_line(Outcome("7", {"answer": "x"}, Written("{}", {}), None).line())
    assert done is not None
    assert is_same(done, fresh)
    assert not is_same(done, Outcome("7", {"answer": "y"}, None, None))
