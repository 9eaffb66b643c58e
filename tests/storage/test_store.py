"""The store: one transaction over all ports."""

import pytest

from grader.errors import StaleGrade
from grader.grading import Unit
from grader.storage import SqlStore
from tests.storage.factories import RUBRIC, make_override, make_stored


def test_of_a_use_case_that_fails_nothing_is_kept(store: SqlStore, tenant: str) -> None:
    kept = make_stored()

    def work(unit: Unit) -> None:
        unit.contents.keep(tenant, RUBRIC)
        unit.grades.add(tenant, kept)
        unit.changes.add(tenant, make_override(kept.id, 7), kept.machine)

    with pytest.raises(StaleGrade):
        store.write(work)
    assert store.write(lambda unit: unit.grades.add(tenant, kept)) is None
    store.scrub()
