"""What happens to grades, in the database."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import pytest
from sqlalchemy import Connection, Select, func, select

from grader.errors import StaleGrade, UnknownGrade
from grader.grading import Wanted
from grader.storage import Database, SqlStore
from grader.storage.changes import PARTS
from grader.storage.tables import grades, judge_cache
from tests.storage.factories import add, change, make_confirmation, make_override, make_release, make_stored


def column_of(asked: Select[Any], connection: Connection) -> Sequence[Any]:
    return connection.execute(asked).scalars().all()


def test_of_two_changes_of_one_version_the_second_is_refused(store: SqlStore, tenant: str) -> None:
    kept = make_stored()
    add(store, tenant, kept)
    change(store, tenant, make_override(kept.id, 2))
    with pytest.raises(StaleGrade):
        change(store, tenant, make_override(kept.id, 2))
    assert len(store.read(lambda unit: unit.grades.get(tenant, kept.id)).overrides) == 1


def test_of_fifty_changes_at_once_one_wins(store: SqlStore, tenant: str) -> None:
    kept = make_stored()
    add(store, tenant, kept)

    def attempt(_: int) -> bool:
        try:
            change(store, tenant, make_confirmation(kept.id, 2))
        except StaleGrade:
            return False
        return True

    with ThreadPoolExecutor(10) as pool:
        assert sum(pool.map(attempt, range(50))) == 1
    assert store.read(lambda unit: unit.grades.get(tenant, kept.id)).version == 2


def test_what_is_not_there_cannot_change(store: SqlStore, tenant: str) -> None:
    kept = make_stored()
    add(store, tenant, kept)
    for who, grade_id in ((tenant + "x", kept.id), (tenant, "grd_none")):
        with pytest.raises(UnknownGrade):
            change(store, who, make_confirmation(grade_id, 2))


def test_the_status_follows_the_change(store: SqlStore, tenant: str) -> None:
    kept = make_stored()
    add(store, tenant, kept)
    change(store, tenant, make_confirmation(kept.id, 2), status="needs_review")
    assert len(store.read(lambda unit: unit.grades.page(tenant, Wanted(status="needs_review"), None, 9))) == 1


def test_erasing_leaves_no_row_of_a_grade_and_every_row_of_others(
    database: Database, store: SqlStore, tenant: str
) -> None:
    erased, other = make_stored(), make_stored()
    add(store, tenant, erased, other)
    for kept in (erased, other):
        change(store, tenant, make_override(kept.id, 2), make_confirmation(kept.id, 3), make_release(kept.id, 4))
    row = {"tenant": tenant, "key": "k", "document": "quotes the answer", "made": ""}
    database.write(lambda connection: connection.execute(judge_cache.insert(), row))
    store.write(lambda unit: unit.changes.erase(tenant + "x", (other.id,)))
    store.write(lambda unit: unit.changes.erase(tenant, (erased.id,)))
    for table in (grades, *PARTS):
        column = table.c.id if table is grades else table.c.grade
        asked = select(column).where(table.c.tenant == tenant).distinct()
        assert database.read(partial(column_of, asked)) == [other.id]
    left = select(func.count()).select_from(judge_cache).where(judge_cache.c.tenant == tenant)
    assert database.read(partial(column_of, left)) == [0]
