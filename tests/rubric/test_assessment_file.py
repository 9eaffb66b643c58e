"""The file of an assessment: read strictly, linted wholly."""

from pathlib import Path

import pytest

from grader.errors import AssessmentError
from grader.rubric import lint_assessment, read_assessment

TEXT = """id: hiring
title: Hiring
questions:
  - rubric: toy/one
  - rubric: toy/two
    weight: 2
policy:
  cutoff: 0.6
  method: modified Angoff
  author: the hiring team
  date: 2026-01-31
"""
KNOWN = ("toy/one", "toy/two")


def written(folder: Path, text: str) -> Path:
    path = folder / "hiring.yaml"
    path.write_text(text, "utf-8")
    return path


def test_an_assessment_is_read_and_has_no_findings(tmp_path: Path) -> None:
    path = written(tmp_path, TEXT)
    assert [(question.rubric, question.weight) for question in read_assessment(path).questions] == [
        ("toy/one", 1),
        ("toy/two", 2),
    ]
    assert lint_assessment(path, KNOWN) == ()


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("toy/two", "toy/one", 5, "on line 4 already"),
        ("weight: 2", "weight: 0", 6, "greater than 0"),
        ("weight: 2", "wait: 2", 6, "not permitted"),
        ("cutoff: 0.6", "cutoff: 60", 8, "less than or equal to 1"),
        ("  author: the hiring team\n", "", 8, "policy.author: Field required"),
        ("  method: modified Angoff\n", "", 8, "policy.method: Field required"),
        ("  date: 2026-01-31\n", "", 8, "policy.date: Field required"),
        ("2026-01-31", "last week", 11, "write a day as"),
        ("2026-01-31", "2026-02-31", 11, "date"),
        ("id: hiring", "id: firing", 1, "make them agree"),
        ("title: Hiring", "title: &a Hiring", 2, "Anchors"),
    ],
)
def test_a_fault_is_refused_and_found_at_its_line(tmp_path: Path, old: str, new: str, line: int, message: str) -> None:
    path = written(tmp_path, TEXT.replace(old, new, 1))
    with pytest.raises(AssessmentError, match=message) as caught:
        read_assessment(path)
    assert (caught.value.path, caught.value.line) == (str(path), line)
    assert [str(found) for found in lint_assessment(path, KNOWN)] == [str(caught.value)]


def test_an_unknown_rubric_is_a_finding(tmp_path: Path) -> None:
    (found,) = lint_assessment(written(tmp_path, TEXT), ("toy/one",))
    assert found.line == 5
    assert "no rubric toy/two" in str(found)


def test_all_findings_are_told_at_once(tmp_path: Path) -> None:
    text = TEXT.replace("toy/two", "toy/one").replace("weight: 2", "weight: -1").replace("0.6", "2")
    assert [found.line for found in lint_assessment(written(tmp_path, text), ())] == [4, 5, 5, 6, 8]


@pytest.mark.parametrize("text", ["", "[]", "questions: 1", "questions: [1, {rubric: [a]}]", "\0", "a: b: c"])
def test_a_file_of_something_else_is_told_too(tmp_path: Path, text: str) -> None:
    path = written(tmp_path, text)
    assert lint_assessment(path, KNOWN)
    with pytest.raises(AssessmentError):
        read_assessment(path)
