"""Assessments in folders, beside the rubrics."""

from pathlib import Path

import pytest

from grader.errors import UnknownAssessment, UnknownRubric
from grader.rubric import Assessments, FileAssessments, FileRubrics, lint_assessment

SHIPPED = Path(__file__).parents[2] / "rubrics"
TEXT = "id: hiring\ntitle: {}\nquestions: [{{rubric: toy/one}}]\n"


def folder(place: Path, title: str) -> Path:
    (place / "assessments").mkdir(parents=True)
    (place / "assessments" / "hiring.yaml").write_text(TEXT.format(title), "utf-8")
    return place


def test_the_first_folder_wins(tmp_path: Path) -> None:
    stored: Assessments = FileAssessments((folder(tmp_path / "mine", "Mine"), folder(tmp_path / "theirs", "Theirs")))
    assert stored.ids() == ("hiring",)
    assert stored.get("hiring").title == "Mine"


@pytest.mark.parametrize("name", ["hirin", "", "../lexicon/backend", "x" * 10_000])
def test_an_unknown_id_is_an_error_that_says_what_there_is(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnknownAssessment, match=r"Did you mean hiring|grader assessment list") as caught:
        FileAssessments((folder(tmp_path, "A"),)).get(name)
    assert len(str(caught.value)) < 300


def test_assessments_are_not_rubrics(tmp_path: Path) -> None:
    rubrics = FileRubrics((folder(tmp_path, "A"),))
    assert rubrics.ids() == ()
    with pytest.raises(UnknownRubric):
        rubrics.get("assessments/hiring")


def test_the_shipped_take_home_has_12_questions_and_no_findings() -> None:
    stored = FileAssessments((SHIPPED,))
    assert len(stored.get("backend-take-home").questions) == 12
    assert lint_assessment(stored.path("backend-take-home"), FileRubrics((SHIPPED,)).ids()) == ()
