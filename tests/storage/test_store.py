"""The store: one transaction over all ports."""

import asyncio
from collections.abc import Sequence

import pytest

from grader.errors import StaleGrade
from grader.grading import StoredGrade, Unit
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


def test_parts_of_work_each_get_their_result(store: SqlStore, tenant: str) -> None:
    def work(unit: Unit, parts: Sequence[StoredGrade]) -> list[str]:
        unit.grades.add_all(tenant, parts)
        return [unit.grades.get(tenant, part.id).id for part in parts]

    async def many() -> list[str]:
        return await asyncio.gather(*(store.write_together(work, part) for part in new))

    new = [make_stored(minutes) for minutes in range(20)]
    assert asyncio.run(many()) == [each.id for each in new]
