"""The versions of rubrics in the database."""

import pytest

from grader.errors import StaleGrade
from grader.grading import RubricVersion, Unit
from grader.storage import SqlStore
from tests.storage.factories import NOW


def version(number: int, rubric: str = "a/b") -> RubricVersion:
    return RubricVersion(rubric=rubric, number=number, hash=f"sha256:{number}", made=NOW, made_by="key_1")


def test_versions_come_back_in_order_and_the_highest_is_in_force(store: SqlStore, tenant: str) -> None:
    def work(unit: Unit) -> None:
        for each in (version(1), version(2), version(1, "a/a")):
            unit.rubrics.add(tenant, each)

    store.write(work)
    assert store.read(lambda unit: unit.rubrics.versions(tenant, "a/b")) == (version(1), version(2))
    assert store.read(lambda unit: unit.rubrics.in_force(tenant)) == (version(1, "a/a"), version(2))
    assert store.read(lambda unit: unit.rubrics.in_force(tenant + "x")) == ()


@pytest.mark.parametrize("number", [1, 3])
def test_a_version_must_be_the_next_one(store: SqlStore, tenant: str, number: int) -> None:
    store.write(lambda unit: unit.rubrics.add(tenant, version(1)))
    with pytest.raises(StaleGrade):
        store.write(lambda unit: unit.rubrics.add(tenant, version(number)))
