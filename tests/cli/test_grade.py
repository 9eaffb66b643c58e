"""`grader grade` prints a grade for people, for programs, and for candidates."""

import json

import pytest

from .conftest import Run

ANSWER = "I would add queues."


def test_json_is_the_grade_and_nothing_else(grader: Run) -> None:
    code, out, err = grader("grade", "how-to-scale", ANSWER, "--json", "--external-id", "a 1", "--candidate", "c9")
    found = json.loads(out)
    assert (code, err) == (0, "")
    assert (found["rubric"], found["external_id"], found["candidate"]) == ("toy/how-to-scale", "a 1", "c9")
    assert [concept["verdict"] for concept in found["concepts"]] == ["missed", "met"]


def test_json_escapes_what_could_steer_a_terminal_and_keeps_the_value(grader: Run) -> None:
    out = grader("grade", "how-to-scale", "more\u202e \u009bservers é", "--json").out
    assert not {"\u202e", "\u009b", "\x1b"} & set(out)
    assert json.loads(out)["rubric"] == "toy/how-to-scale"


def test_the_question_names_the_rubric_too(grader: Run) -> None:
    assert '"rubric": "toy/how-to-scale"' in grader("grade", "How to scale?", ANSWER, "--json").out


def test_the_candidates_view_holds_feedback_and_nothing_of_the_rubric(grader: Run) -> None:
    out = grader("grade", "how-to-scale", ANSWER, "--view", "candidate").out
    assert out == "- Think of growth.\n- Buffering is covered.\n"
    safe = json.loads(grader("grade", "how-to-scale", ANSWER, "--view", "candidate", "--json").out)
    assert set(safe) == {"id", "external_id", "status", "score", "feedback"}


def test_the_mode_is_passed_on_and_an_unknown_one_is_refused(grader: Run) -> None:
    assert '"mode": "notes"' in grader("grade", "how-to-scale", ANSWER, "--mode", "notes", "--json").out
    code, _, err = grader("grade", "how-to-scale", ANSWER, "--mode", "essay")
    assert code == 2
    assert "notes" in err


@pytest.mark.parametrize("label", ["", "x" * 201, "a\nb", "\udcff"])
def test_a_label_must_be_short_and_printable(grader: Run, label: str) -> None:
    code, out, err = grader("grade", "how-to-scale", ANSWER, "--external-id", label)
    assert (code, out) == (2, "")
    assert "200 printable characters" in err
