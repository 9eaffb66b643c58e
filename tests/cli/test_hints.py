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


def test_the_next_rung_follows_what_was_asked(grader: Run) -> None:
    out = grader("hints", "how-to-scale", "--asked", "queues", "--json").out
    asked = next(hint for hint in json.loads(out)["hints"] if hint["concept"] == "queues")
    assert asked["rung"] == "nudge"  # its ladder has one rung: others come first
    assert [concept for concept, _ in states(out)] == ["scale-out", "queues"]


def test_the_whole_ladder_is_printed_for_who_prepares(grader: Run) -> None:
    out = grader("hints", "when-to-use-cache", "--ladder").out
    assert [line.split()[0] for line in out.splitlines()[2:] if line.split()[0] in ("narrow", "direct", "deeper")] == [
        "narrow",
        "direct",
        "deeper",
    ] * 2


def test_a_concept_that_is_not_there_cannot_have_been_asked(grader: Run) -> None:
    found = grader("hints", "how-to-scale", "--asked", "nothing")
    assert found.code != 0
    assert "no concept 'nothing'" in found.err
