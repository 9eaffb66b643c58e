"""Grades in the database."""

from functools import partial

import pytest

from grader.errors import UnknownGrade
from grader.grading import Place, StoredGrade, Unit, Wanted
from grader.storage import SqlStore
from tests.storage.factories import (
    NOW,
    add,
    change,
    make_confirmation,
    make_override,
    make_release,
    make_stored,
)


def get(tenant: str, grade_id: str, unit: Unit) -> StoredGrade:
    return unit.grades.get(tenant, grade_id)


def page(
    store: SqlStore, tenant: str, wanted: Wanted | None = None, after: Place | None = None, limit: int = 50
) -> tuple[str, ...]:
    found = store.read(lambda unit: unit.grades.page(tenant, wanted or Wanted(), after, limit))
    return tuple(grade.id for grade in found)


def test_a_grade_comes_back_as_it_was_kept(store: SqlStore, tenant: str) -> None:
    kept = make_stored(external_id="a-17", candidate="c-1")
    add(store, tenant, kept)
    assert store.read(lambda unit: unit.grades.get(tenant, kept.id)) == kept


def test_another_tenants_grade_is_as_unknown_as_none(store: SqlStore, tenant: str) -> None:
    kept = make_stored()
    add(store, tenant, kept)
    messages = set()
    for place in ((tenant + "x", kept.id), (tenant, "grd_none")):
        with pytest.raises(UnknownGrade) as caught:
            store.read(partial(get, *place))
        messages.add(str(caught.value))
    assert len(messages) == 1
    assert page(store, tenant + "x") == ()


def test_pages_together_are_all_grades_once_the_newest_first(store: SqlStore, tenant: str) -> None:
    grades = [make_stored(minutes) for minutes in (0, 1, 1, 1, 2)]
    add(store, tenant, *grades)
    seen: list[str] = []
    after: Place | None = None
    while found := page(store, tenant, after=after, limit=2):
        seen += found
        last = next(grade for grade in grades if grade.id == found[-1])
        after = Place(last.made, last.id)
    assert sorted(seen) == sorted(grade.id for grade in grades)
    assert (seen[0], seen[-1]) == (grades[-1].id, grades[0].id)


def test_a_new_grade_does_not_move_the_pages_that_follow(store: SqlStore, tenant: str) -> None:
    first, second = make_stored(0), make_stored(1)
    add(store, tenant, first, second)
    place = Place(second.made, second.id)
    add(store, tenant, make_stored(2))
    assert page(store, tenant, after=place) == (first.id,)


def test_only_what_is_wanted_is_listed(store: SqlStore, tenant: str) -> None:
    one = make_stored(0, candidate="c-1", external_id="a-1")
    other = make_stored(1, candidate="c-2", external_id="a-2")
    add(store, tenant, one, other)
    for wanted in (Wanted(candidate="c-1"), Wanted(external_id="a-1"), Wanted(before=other.made)):
        assert page(store, tenant, wanted) == (one.id,)
    assert len(page(store, tenant, Wanted(rubric="toy/toy", status=one.status))) == 2
    assert page(store, tenant, Wanted(rubric="toy/other")) == ()
    assert page(store, tenant, Wanted(before=NOW)) == ()


def test_only_what_a_person_overrode_or_confirmed_is_reviewed(store: SqlStore, tenant: str) -> None:
    untouched, released, confirmed, overridden = (make_stored(minutes) for minutes in range(4))
    add(store, tenant, untouched, released, confirmed, overridden)
    change(store, tenant, make_release(released.id, 2), make_confirmation(confirmed.id, 2))
    change(store, tenant, make_override(overridden.id, 2))
    assert page(store, tenant, Wanted(reviewed=True)) == (overridden.id, confirmed.id)
    assert len(page(store, tenant)) == 4
