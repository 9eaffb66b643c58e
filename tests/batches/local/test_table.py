"""Rows of the finished table."""

from grader.batches.local.outcome import read_line
from grader.batches.local.table import cells, header
from grader.batches.local.work import Work
from tests.batches.local.answering import make_answers, make_grading


def row(place: int) -> dict[str, object]:
    outcome = Work(make_grading()).outcome(make_answers(place + 1)[place])
    done = read_line(outcome.line())
    assert done is not None
    return dict(zip(header(["n"]), cells(done, ["n"]), strict=True))


def test_a_graded_row_says_what_was_met_and_missed() -> None:
    found = row(0)
    assert (found["n"], found["grader_score"], found["grader_error"]) == ("0", 0.5, "")
    assert (found["grader_concepts_met"], found["grader_concepts_missed"]) == ("queues", "cache")


def test_a_row_with_an_error_has_no_score() -> None:
    found = row(2)
    assert found["grader_score"] is None
    assert "nowhere" in str(found["grader_error"])


def test_a_column_called_as_ours_is_kept_under_another_name() -> None:
    assert header(["grader_score"])[:2] == ["input_grader_score", "grader_score"]
