"""`grader assessment` lists, shows and checks assessments, and prints the schema of their files."""

import json
from pathlib import Path

import pytest

from grader.rubric import assessment_schema

from .conftest import Run

TEXT = "id: one\ntitle: One question\nquestions: [{rubric: toy/how-to-scale, weight: 2}]\n"
POLICY = "policy: {cutoff: 0.6, method: Angoff, author: the team, date: 2026-01-31}\n"


@pytest.fixture
def own(grader: Run, tmp_path: Path) -> Path:
    """The file of an assessment of one's own, beside the shipped ones."""
    path = tmp_path / "rubrics" / "assessments" / "one.yaml"
    path.parent.mkdir()
    path.write_text(TEXT, "utf-8")
    return path


def test_own_and_shipped_assessments_are_listed(grader: Run, own: Path) -> None:
    assert grader("assessment", "list").out.splitlines() == [
        "backend-take-home  (12)  Backend take-home",
        "one  (1)  One question",
    ]
    listed = json.loads(grader("assessment", "list", "--json").out)["assessments"]
    assert {"id": "one", "title": "One question", "questions": 1} in listed


def test_an_assessment_is_shown_with_questions_and_weights(grader: Run, own: Path) -> None:
    out = grader("assessment", "show", "one").out
    assert "policy: none" in out
    assert "  1  How to scale?  (weight 2)\n     toy/how-to-scale" in out
    own.write_text(TEXT + POLICY, "utf-8")
    assert "policy: advance from 0.6 (Angoff; the team, 2026-01-31)" in grader("assessment", "show", "one").out


def test_an_assessment_in_json_carries_its_hash(grader: Run, own: Path) -> None:
    shown = json.loads(grader("assessment", "show", "one", "--json").out)
    assert shown["hash"].startswith("sha256:")
    assert shown["questions"] == [{"rubric": "toy/how-to-scale", "weight": 2.0}]


def test_lint_ends_with_1_and_a_line_for_each_finding(grader: Run, own: Path) -> None:
    assert grader("assessment", "lint").out == "No findings in 2 assessments.\n"
    own.write_text(TEXT.replace("toy/", "joy/").replace("2", "0"), "utf-8")
    found = grader("assessment", "lint", "one")
    assert (found.code, len(found.out.splitlines())) == (1, 2)
    assert found.out.startswith(f"{own}:3: ")


def test_an_unknown_assessment_is_refused(grader: Run) -> None:
    refused = grader("assessment", "lint", "nope")
    assert (refused.code, refused.out) == (2, "")
    assert "grader assessment list" in refused.err


def test_the_schema_is_that_of_assessment_files(grader: Run) -> None:
    assert json.loads(grader("assessment", "schema").out) == assessment_schema()
