"""The versions of assessments in the database."""

import pytest

from grader.errors import StaleGrade, UnknownAssessment
from grader.grading import AssessmentVersion
from grader.rubric import Assessment
from grader.storage import SqlStore
from tests.storage.factories import NOW


def version(number: int, title: str = "A") -> AssessmentVersion:
    assessment = Assessment.model_validate({"id": "a", "title": title, "questions": [{"rubric": "a/b", "weight": 2}]})
    return AssessmentVersion(assessment=assessment, number=number, made=NOW, made_by="key_1")


def test_the_highest_version_is_in_force(store: SqlStore, tenant: str) -> None:
    store.write(lambda unit: unit.assessments.add(tenant, version(1)))
    store.write(lambda unit: unit.assessments.add(tenant, version(2, "B")))
    assert store.read(lambda unit: unit.assessments.latest(tenant, "a")) == version(2, "B")
    assert store.read(lambda unit: unit.assessments.ids(tenant)) == ("a",)


def test_another_tenants_assessment_is_unknown(store: SqlStore, tenant: str) -> None:
    store.write(lambda unit: unit.assessments.add(tenant, version(1)))
    with pytest.raises(UnknownAssessment):
        store.read(lambda unit: unit.assessments.latest(tenant + "x", "a"))


def test_a_version_must_be_the_next_one(store: SqlStore, tenant: str) -> None:
    with pytest.raises(StaleGrade):
        store.write(lambda unit: unit.assessments.add(tenant, version(2)))
