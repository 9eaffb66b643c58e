"""`grader rubric suggest` proposes phrases as a patch."""

import json
import subprocess
from pathlib import Path

import pytest

from .conftest import RUBRIC, Run

LABELS = """{"rubric": "toy/how-to-scale", "id": "a", "answer": "Park jobs in a mailbox.", "units": {"queues": "met"}}
{"rubric": "toy/how-to-scale", "id": "b", "answer": "We park all jobs.", "units": {"queues": "met"}}
{"rubric": "toy/else", "answer": "We park cars.", "units": {}}
"""


@pytest.fixture
def labels(tmp_path: Path) -> str:
    """Two answers that say queues in other words, and one to another question."""
    (tmp_path / "labels.jsonl").write_text(LABELS, "utf-8")
    return str(tmp_path / "labels.jsonl")


def test_phrases_are_shown_with_what_they_turn_and_a_patch(grader: Run, labels: str) -> None:
    outcome = grader("rubric", "suggest", "toy/how-to-scale", labels)
    assert outcome.code == 0
    assert outcome.out.splitlines()[:3] == [
        "toy/how-to-scale: 1 phrase from 2 labelled answers",
        '  queues  "park jobs"  right 2, wrong 0',
        "    a, b",
    ]
    assert "+    expect: queue | queues | park jobs" in outcome.out.splitlines()


def test_the_patch_applies_and_the_file_is_not_touched_before(
    grader: Run, labels: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    rubric = tmp_path / "rubrics" / "toy" / "how-to-scale.yaml"
    before = rubric.read_text("utf-8")
    assert "---" not in grader("rubric", "suggest", "toy/how-to-scale", labels, "--patch", "queues.diff").out
    assert rubric.read_text("utf-8") == before
    subprocess.run(["git", "apply", "queues.diff"], check=True, cwd=tmp_path)
    assert "queue | queues | park jobs" in rubric.read_text("utf-8")


def test_a_file_anywhere_gets_suggestions_too(grader: Run, labels: str, tmp_path: Path) -> None:
    (tmp_path / "draft.yaml").write_text(RUBRIC, "utf-8")
    out = grader("rubric", "suggest", str(tmp_path / "draft.yaml"), labels).out
    assert '"park jobs"' in out
    assert "/draft.yaml" in out


def test_in_json_everything_is_there(grader: Run, labels: str) -> None:
    found = json.loads(grader("rubric", "suggest", "toy/how-to-scale", labels, "--json").out)
    assert found["suggestions"] == [{"concept": "queues", "phrase": "park jobs", "right": ["a", "b"], "wrong": []}]
    assert found["patch"].startswith("--- a/")


def test_a_bad_line_is_named_the_rest_used_and_ends_with_3(grader: Run, labels: str) -> None:
    Path(labels).write_text(LABELS + "nonsense\n", "utf-8")
    outcome = grader("rubric", "suggest", "toy/how-to-scale", labels)
    assert outcome.code == 3
    assert "labels.jsonl:4: " in outcome.err
    assert '"park jobs"' in outcome.out


def test_what_cannot_be_read_or_written_is_refused(grader: Run, labels: str, tmp_path: Path) -> None:
    assert grader("rubric", "suggest", "toy/how-to-scale", "nowhere.jsonl").code == 2
    outcome = grader("rubric", "suggest", "toy/how-to-scale", labels, "--patch", str(tmp_path / "no" / "p.diff"))
    assert (outcome.code, "cannot be written" in outcome.err) == (2, True)
