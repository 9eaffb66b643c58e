"""The page of an evaluation is for people: figures, intervals, groups, disagreements."""

import json
from pathlib import Path

from .conftest import Run

ROW = {"rubric": "toy/how-to-scale", "id": "1", "kind": "terse", "answer": "I'd \x1b[2J add queues."}


def page(grader: Run, folder: Path, *options: str) -> str:
    rows = [
        {**ROW, "units": {"queues": "met", "more servers": "missed"}, "score": 0.5},
        {**ROW, "units": {"queues": "contradicted"}, "score": 0.0},
    ]
    path = folder / "labels.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return grader("evaluate", str(path), *options).out


def test_the_figures_have_their_names_values_and_numbers(grader: Run, tmp_path: Path) -> None:
    lines = page(grader, tmp_path).splitlines()
    assert lines[0] == "Agreement with the labels of 2 answers"
    assert next(line for line in lines if "verdicts that agree" in line).split()[-1] == "3"
    assert any("mean absolute error" in line and "0.250" in line for line in lines)


def test_groups_are_shown_when_asked_for(grader: Run, tmp_path: Path) -> None:
    assert not any(line.startswith(" Kind") for line in page(grader, tmp_path).splitlines())
    grouped = page(grader, tmp_path, "--by", "kind").splitlines()
    assert any(line.startswith(" Kind") for line in grouped)
    assert any(line.startswith(" terse  ") for line in grouped)


def test_disagreements_are_shown_with_their_evidence(grader: Run, tmp_path: Path) -> None:
    out = page(grader, tmp_path)
    assert "queues: labelled contradicted, given met" in out
    assert 'evidence  "queues"' in out
    assert "largest disagreements" not in page(grader, tmp_path, "--worst", "0")


def test_no_escape_code_of_an_answer_is_printed(grader: Run, tmp_path: Path) -> None:
    out = page(grader, tmp_path)
    assert "\x1b" not in out
    assert "␛[2J" in out


def test_it_speaks_of_agreement_and_of_nobodys_accuracy(grader: Run, tmp_path: Path) -> None:
    out = page(grader, tmp_path).lower()
    assert "agree" in out
    assert "accuracy" not in out


def test_answers_with_scores_only_show_scores_only(grader: Run, tmp_path: Path) -> None:
    path = tmp_path / "labels.jsonl"
    path.write_text(json.dumps({**ROW, "units": {"queues": "met"}}), encoding="utf-8")
    out = grader("evaluate", str(path)).out
    assert "verdicts that agree" in out
    assert "Pearson" not in out
