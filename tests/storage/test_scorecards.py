"""Scorecards in either database."""

from datetime import timedelta

import pytest

from grader.errors import UnknownScorecard
from grader.grading import Place, Scorecard, Wanted
from grader.storage import SqlStore
from tests.grading.cards import make_draft
from tests.storage.factories import NOW


def card(name: str, minutes: int = 0, candidate: str = "c-1") -> Scorecard:
    made = NOW + timedelta(minutes=minutes)
    return Scorecard(id=name, made=made, made_by="me", **dict(make_draft(candidate)))


def test_what_is_kept_comes_back_and_the_same_is_kept_once(store: SqlStore, tenant: str) -> None:
    first = store.write(lambda unit: unit.scorecards.add(tenant, card("crd_1"), "sha256:1"))
    again = store.write(lambda unit: unit.scorecards.add(tenant, card("crd_2"), "sha256:1"))
    assert first == again == store.read(lambda unit: unit.scorecards.get(tenant, "crd_1"))
    with pytest.raises(UnknownScorecard):
        store.read(lambda unit: unit.scorecards.get(tenant, "crd_2"))


def test_a_page_begins_after_a_place_and_keeps_to_what_is_wanted(store: SqlStore, tenant: str) -> None:
    cards = [card(f"crd_{at}", at, candidate="c-1" if at else "c-2") for at in range(4)]
    for each in cards:
        store.write(lambda unit, each=each: unit.scorecards.add(tenant, each, each.id))  # type: ignore[misc]

    def page(wanted: Wanted, after: Place | None = None) -> list[str]:
        return [each.id for each in store.read(lambda unit: unit.scorecards.page(tenant, wanted, after, 2))]

    assert page(Wanted()) == ["crd_3", "crd_2"]
    assert page(Wanted(), Place(cards[2].made, "crd_2")) == ["crd_1", "crd_0"]
    assert page(Wanted(candidate="c-2")) == ["crd_0"]
    assert page(Wanted(before=cards[1].made)) == ["crd_0"]


def test_another_tenants_cards_stay(store: SqlStore, tenant: str) -> None:
    other = tenant + "x"
    for name in (tenant, other):
        store.write(lambda unit, name=name: unit.scorecards.add(name, card("crd_1"), "sha256:1"))  # type: ignore[misc]
    store.write(lambda unit: unit.scorecards.erase(tenant, ("crd_1",)))
    with pytest.raises(UnknownScorecard):
        store.read(lambda unit: unit.scorecards.get(tenant, "crd_1"))
    assert store.read(lambda unit: unit.scorecards.get(other, "crd_1")).id == "crd_1"
