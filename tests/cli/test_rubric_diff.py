"""`grader rubric diff` compares two versions of a rubric."""

import json
from pathlib import Path

import pytest

from .conftest import RUBRIC, Run

ANSWERS = """{"id": "a", "rubric": "toy/how-to-scale", "answer": "We should use queues."}
{"id": "b", "rubric": "toy/how-to-scale", "answer": "We should use a mailbox."}
{"id": "c", "rubric": "toy/else", "answer": "We should use a mailbox."}
"""


@pytest.fixture
def new(tmp_path: Path) -> str:
    """A version of the toy rubric with one phrase more."""
    (tmp_path / "new.yaml").write_text(RUBRIC.replace("queue | queues", "queue | queues | mailbox"), "utf-8")
    return str(tmp_path / "new.yaml")


def answers(tmp_path: Path, text: str = ANSWERS) -> str:
    (tmp_path / "answers.jsonl").write_text(text, "utf-8")
    return str(tmp_path / "answers.jsonl")


def test_what_changed_is_shown(grader: Run, new: str) -> None:
    outcome = grader("rubric", "diff", "toy/how-to-scale", new)
    assert outcome.code == 0
    assert outcome.out.splitlines() == ["toy/how-to-scale", '  queues: phrase added "mailbox"']


def test_the_same_version_has_no_changes(grader: Run) -> None:
    assert "nothing changed" in grader("rubric", "diff", "toy/how-to-scale", "toy/how-to-scale").out


def test_answers_that_flip_are_listed_and_end_with_1(grader: Run, new: str, tmp_path: Path) -> None:
    outcome = grader("rubric", "diff", "toy/how-to-scale", new, "--grades", answers(tmp_path))
    assert outcome.code == 1
    assert outcome.out.splitlines()[2:] == [
        "1 of 2 answers would be graded otherwise; 1 of other rubrics left out",
        "  line 2 (b): score 0 -> 0.5",
        "    queues: missed -> met",
    ]


def test_a_bad_line_is_named_the_rest_reported_and_ends_with_3(grader: Run, new: str, tmp_path: Path) -> None:
    path = answers(tmp_path, "nonsense\n" + ANSWERS)
    outcome = grader("rubric", "diff", "toy/how-to-scale", new, "--grades", path)
    assert outcome.code == 3
    assert "answers.jsonl:1: " in outcome.err
    assert "line 3 (b)" in outcome.out


def test_in_json_everything_is_there(grader: Run, new: str, tmp_path: Path) -> None:
    found = json.loads(grader("rubric", "diff", "toy/how-to-scale", new, "--json", "--grades", answers(tmp_path)).out)
    assert found["changes"] == [{"concept": "queues", "what": "phrase added", "old": None, "new": "mailbox"}]
    assert found["flips"][0]["score"] == {"old": 0.0, "new": 0.5}
    assert found["flips"][0]["concepts"] == [{"concept": "queues", "old": "missed", "new": "met"}]
    assert found["old"]["hash"] != found["new"]["hash"]


def test_a_missing_file_is_refused(grader: Run) -> None:
    assert grader("rubric", "diff", "toy/how-to-scale", "nowhere.yaml").code == 2
    assert grader("rubric", "diff", "toy/how-to-scale", "toy/how-to-scale", "--grades", "nowhere.jsonl").code == 2
