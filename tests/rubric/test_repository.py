"""The ports through which rubrics and assessments are found."""

from pathlib import Path

from grader.rubric import Assessments, FileAssessments, FileRubrics, Rubrics


def test_the_files_of_assessments_are_an_adapter_of_their_port(tmp_path: Path) -> None:
    found: Assessments = FileAssessments((tmp_path,))
    assert found.ids() == ()


def test_the_files_are_an_adapter_of_the_port(tmp_path: Path) -> None:
    found: Rubrics = FileRubrics((tmp_path,))
    assert found.ids() == ()
    assert found.lexicon(None).terms == {}
