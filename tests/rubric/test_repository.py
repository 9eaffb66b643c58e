"""The port through which rubrics are found."""

from pathlib import Path

from grader.rubric import FileRubrics, Rubrics


def test_the_files_are_an_adapter_of_the_port(tmp_path: Path) -> None:
    found: Rubrics = FileRubrics((tmp_path,))
    assert found.ids() == ()
    assert found.lexicon(None).terms == {}
