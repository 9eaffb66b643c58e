"""`grader rubric lint` prints what is likely wrong, and its exit code says whether anything is."""

import json
from pathlib import Path

import pytest

from .conftest import Run

NAME = "how-to-scale"


@pytest.fixture
def path(grader: Run, tmp_path: Path) -> Path:
    path = tmp_path / "rubrics" / "toy" / f"{NAME}.yaml"
    path.write_text(path.read_text("utf-8").replace("Think again.", "Not so.", 1), "utf-8")
    return path


@pytest.fixture
def leak(path: Path) -> Path:
    path.write_text(path.read_text("utf-8").replace("A spike arrives. What now?", "Would a queue do?"), "utf-8")
    return path


@pytest.mark.usefixtures("path")
def test_a_rubric_without_a_warning_ends_with_zero(grader: Run) -> None:
    done = grader("rubric", "lint", NAME)
    assert done.code == 0
    assert done.out == "1 file: 0 errors, 0 warnings, 2 notes, 0 waived (--notes prints them)\n"


def test_a_finding_is_file_line_code_severity_message_and_fix(grader: Run, leak: Path) -> None:
    done = grader("rubric", "lint", NAME)
    message = 'the hint gives queues away: "queue" meets the phrase "queue" (fix: describe a situation instead)'
    assert done.code == 1
    assert done.out.splitlines()[0] == f"{leak}:15: T004 warning {message}"


@pytest.mark.usefixtures("path")
def test_notes_are_printed_when_asked_for_and_fail_when_strict(grader: Run) -> None:
    noted, strict = grader("rubric", "lint", NAME, "--notes"), grader("rubric", "lint", NAME, "--strict")
    assert " S005 note " in noted.out
    assert noted.out == strict.out
    assert (noted.code, strict.code) == (0, 1)


def test_json_holds_every_finding_and_nothing_else(grader: Run, leak: Path) -> None:
    done = grader("rubric", "lint", NAME, "--json")
    data = json.loads(done.out)
    assert (data["files"], data["errors"], data["warnings"], data["notes"], data["waived"]) == (1, 0, 1, 2, 0)
    found = next(finding for finding in data["findings"] if finding["code"] == "T004")
    assert (found["path"], found["line"], found["severity"]) == (str(leak), 15, "warning")
    assert (found["text"], found["concept"], found["waived"]) == ("queue", "queues", None)
    assert grader("rubric", "lint", NAME, "--format", "json").out == done.out


def test_github_gets_annotations(grader: Run, leak: Path) -> None:
    out = grader("rubric", "lint", NAME, "--format", "github").out
    assert out.startswith(f"::warning file={leak},line=15,title=T004::the hint gives queues away")


def test_waived_findings_are_shown_with_their_reason(grader: Run, leak: Path) -> None:
    waiver = "waive: [{code: T004, text: queue, reason: It is the topic.}]\nconcepts:"
    leak.write_text(leak.read_text("utf-8").replace("concepts:", waiver), "utf-8")
    done = grader("rubric", "lint", NAME, "--notes")
    assert done.code == 0
    assert "waived: It is the topic." in done.out
    assert "1 waived" in done.out


def test_files_and_folders_are_taken_too(grader: Run, path: Path) -> None:
    expected = grader("rubric", "lint", NAME, "--notes").out
    assert grader("rubric", "lint", str(path), "--notes").out == expected
    assert grader("rubric", "lint", str(path.parent), "--notes").out == expected
    assert grader("rubric", "lint", str(path.parent.parent), "--notes").out == expected


def test_without_a_name_all_rubrics_are_checked(grader: Run) -> None:
    everything = grader("rubric", "lint").out
    assert everything.splitlines()[-1].startswith("28 files: ")
    assert grader("rubric", "lint", "--all").out == everything


def test_a_file_that_is_not_there_is_a_finding(grader: Run, tmp_path: Path) -> None:
    done = grader("rubric", "lint", str(tmp_path / "none.yaml"))
    assert done.code == 1
    assert "none.yaml:1: F001 error the file cannot be read" in done.out


def test_a_name_that_no_rubric_has_is_wrong_use(grader: Run) -> None:
    done = grader("rubric", "lint", "no-such-rubric")
    assert (done.code, done.out) == (2, "")
    assert "No rubric is called" in done.err


def test_a_folder_without_rubrics_is_wrong_use(grader: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = grader("rubric", "lint", str(tmp_path / "empty"))
    assert done.code == 2
    assert "holds no rubric" in done.err


def test_a_hostile_file_steers_no_terminal(grader: Run, leak: Path) -> None:
    text = leak.read_text("utf-8").replace("Would a queue do?", '"Would a \\u202equeue\\n do?"')
    leak.write_text(text, "utf-8")
    assert "\u202e" not in grader("rubric", "lint", NAME).out
