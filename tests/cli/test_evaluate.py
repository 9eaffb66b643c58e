"""`grader evaluate` measures labelled answers, names the lines that failed, and writes pages."""

import json
from pathlib import Path
from typing import Any

import pytest

from grader.cli.evaluate import MOST_SHOWN

from .conftest import Run

ROW = {"rubric": "toy/how-to-scale", "answer": "I would add queues.", "units": {"queues": "met"}, "score": 0.5}


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    """A file of two answers; in the second the label disagrees."""
    return write(tmp_path / "labels.jsonl", ROW, {**ROW, "units": {"queues": "missed", "more servers": "missed"}})


def write(path: Path, *rows: dict[str, Any] | str) -> Path:
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), encoding="utf-8")
    return path


def test_json_is_the_report_and_nothing_else(grader: Run, labels: Path) -> None:
    code, out, err = grader("evaluate", str(labels), "--json")
    found = json.loads(out)
    assert (code, err, found["rows"]) == (0, "", 2)
    assert found["verdicts"]["accuracy"]["value"] == 0.6667
    assert found["scores"]["mae"]["value"] == 0.0


def test_the_same_files_give_the_same_bytes(grader: Run, labels: Path) -> None:
    first, again = (grader("evaluate", str(labels), "--json", "--by", "half", "--seed", "7").out for _ in range(2))
    assert first == again


def test_several_files_are_one_evaluation(grader: Run, labels: Path, tmp_path: Path) -> None:
    other = write(tmp_path / "more.jsonl", ROW)
    assert json.loads(grader("evaluate", str(labels), str(other), "--json").out)["rows"] == 3


def test_a_line_that_fails_is_named_the_others_are_measured_and_the_exit_code_is_3(grader: Run, tmp_path: Path) -> None:
    path = write(tmp_path / "labels.jsonl", ROW, "{", {**ROW, "rubric": "nothing"})
    code, out, err = grader("evaluate", str(path), "--json")
    assert code == 3
    assert (json.loads(out)["rows"], len(json.loads(out)["failed"])) == (1, 2)
    assert [line.partition(": ")[2].startswith(f"{path}:") for line in err.splitlines()] == [True, True]


def test_where_every_line_fails_nothing_is_measured(grader: Run, tmp_path: Path) -> None:
    path = write(tmp_path / "labels.jsonl", *["{"] * (MOST_SHOWN + 5))
    code, out, err = grader("evaluate", str(path), "--json")
    assert (code, out) == (3, "")
    assert "5 more lines failed" in err


def test_an_empty_or_missing_file_is_refused(grader: Run, tmp_path: Path) -> None:
    empty = write(tmp_path / "empty.jsonl", "", "  ")
    assert grader("evaluate", str(empty)).code == 2
    assert "no labelled answer" in grader("evaluate", str(empty)).err
    assert "cannot be read (No such file" in grader("evaluate", str(tmp_path / "none.jsonl")).err


def test_html_writes_a_page_beside_what_is_printed(grader: Run, labels: Path, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    assert grader("evaluate", str(labels), "--html", str(page)).code == 0
    assert page.read_text("utf-8").startswith("<!doctype html>")


def test_a_page_that_cannot_be_written_is_an_error(grader: Run, labels: Path, tmp_path: Path) -> None:
    code, _, err = grader("evaluate", str(labels), "--html", str(tmp_path / "none" / "report.html"))
    assert code == 2
    assert "Name another file" in err


def test_the_seed_whose_questions_are_counted_can_be_named(grader: Run, tmp_path: Path) -> None:
    path = write(tmp_path / "labels.jsonl", {"q": 1, "answer": "a", "units": {"queues": "met"}})
    code, _, err = grader("evaluate", str(path), "--of", "toy")
    assert code == 3
    assert "the seed toy has rubrics for 0 questions" in err


def test_a_reference_makes_a_rubric_or_the_line_is_named_with_what_to_do(grader: Run, tmp_path: Path) -> None:
    row = {"question": "Why queues?", "reference": "They buffer peaks.", "answer": "To buffer peaks.", "score": 1}
    code, out, err = grader("evaluate", str(write(tmp_path / "labels.jsonl", row)), "--json")
    assert (code == 0 and json.loads(out)["rows"] == 1) or (code == 3 and "label concepts" in err)


def test_what_a_perfect_judge_would_bring_is_shown_if_asked_for(grader: Run, labels: Path) -> None:
    plain = json.loads(grader("evaluate", str(labels), "--json").out)
    found = json.loads(grader("evaluate", str(labels), "--json", "--judge-oracle").out)["judge_oracle"]
    assert "judge_oracle" not in plain
    assert (found["curve"][0]["accuracy"], found["curve"][-1]["accuracy"]) == (0.6667, 1.0)
    assert "an upper bound" in grader("evaluate", str(labels), "--judge-oracle").out
