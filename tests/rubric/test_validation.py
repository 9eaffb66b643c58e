"""Models from YAML files, with each fault at its line."""

from pathlib import Path

import pytest

from grader.errors import AssessmentError, LexiconError
from grader.rubric.assessment import Assessment
from grader.rubric.validation import faults, read_document, validated
from grader.rubric.yaml import read_yaml

BAD = "id: A b\ntitle: ''\nquestions:\n  - rubric: a/b\n    weight: 0\n"


def test_all_faults_of_a_document_have_their_lines() -> None:
    found = faults(Assessment, read_yaml(BAD, path="x.yaml"))
    assert [fault.line for fault in found] == [1, 2, 5]
    assert found[2].message == "questions.0.weight: Input should be greater than 0"


def test_a_valid_document_has_no_fault() -> None:
    assert faults(Assessment, read_yaml("{id: a, title: b, questions: [{rubric: a/b}]}", path="x.yaml")) == ()


def test_the_first_fault_is_raised_as_the_error_that_was_asked_for() -> None:
    with pytest.raises(AssessmentError, match=r"^x\.yaml:1: id: "):
        validated(Assessment, read_yaml(BAD, path="x.yaml"), Path("x.yaml"), AssessmentError)


def test_a_file_that_cannot_be_read_is_the_error_that_was_asked_for(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="cannot be read"):
        read_document(tmp_path, LexiconError)
