"""Versions of rubrics and assessments."""

from datetime import UTC, datetime

from grader.grading import AssessmentVersion, RubricVersion
from grader.rubric import Assessment

NOW = datetime(2026, 1, 31, tzinfo=UTC)


def test_a_version_of_a_rubric_names_its_content_by_hash() -> None:
    version = RubricVersion(rubric="a/b", number=2, hash="sha256:1", made=NOW, made_by="key_1")
    assert version.model_dump(mode="json")["made"] == "2026-01-31T00:00:00Z"


def test_a_version_of_an_assessment_holds_it_whole() -> None:
    assessment = Assessment.model_validate({"id": "a", "title": "A", "questions": [{"rubric": "a/b"}]})
    version = AssessmentVersion(assessment=assessment, number=1, made=NOW, made_by="key_1")
    assert AssessmentVersion.model_validate_json(version.model_dump_json()) == version
