"""`grader hints` prints what an interviewer may ask."""

import json

from .conftest import Run


def states(out: str) -> list[tuple[str, str]]:
    return [(hint["concept"], hint["state"]) for hint in json.loads(out)["hints"]]


def test_without_notes_all_hints_are_open(grader: Run) -> None:
    code, out, _ = grader("hints", "how-to-scale", stdin=b"queues")
    assert code == 0
    assert "How to scale?" in out
    assert out.count("open") == 2


def test_what_the_notes_leave_open_comes_first(grader: Run) -> None:
    out = grader("hints", "how-to-scale", "--notes", "more servers", "--json").out
    assert states(out) == [("queues", "open"), ("scale-out", "covered")]


def test_notes_are_read_from_standard_input(grader: Run) -> None:
    out = grader("hints", "how-to-scale", "--notes", "-", "--json", stdin=b"queues").out
    assert states(out) == [("scale-out", "open"), ("queues", "covered")]
