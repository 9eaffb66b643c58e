"""Scorecards are kept as they are, each tenant's apart; erasure and retention reach them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from grader.access import Principal
from grader.bootstrap import Kept
from grader.errors import UnknownScorecard
from grader.grading import Wanted
from tests.grading.acts import create
from tests.grading.cards import make_draft


def test_a_card_is_read_as_it_was_kept(life: Kept, who: Principal) -> None:
    kept = life.scorecards.keep(who, make_draft("c-1"))
    assert life.scorecards.read(who, kept.id) == kept
    assert (kept.candidate, kept.made_by, kept.total.score) == ("c-1", who.id, 0.5)


def test_the_same_card_is_kept_once_by_each_person(life: Kept, who: Principal) -> None:
    first = life.scorecards.keep(who, make_draft("c-1"))
    assert life.scorecards.keep(who, make_draft("c-1")) == first
    assert life.scorecards.keep(replace(who, id="key_2"), make_draft("c-1")).id != first.id
    rows = life.store.read(lambda unit: unit.audit.page(who.tenant, 0, 9))
    assert [row.action for row in rows] == ["scorecard.create", "scorecard.create"]
    assert not any("c-1" in row.model_dump_json() for row in rows)


def test_another_tenants_card_is_not_there(life: Kept, who: Principal) -> None:
    kept = life.scorecards.keep(who, make_draft("c-1"))
    other = replace(who, tenant=who.tenant + "x")
    with pytest.raises(UnknownScorecard):
        life.scorecards.read(other, kept.id)
    with pytest.raises(UnknownScorecard):
        life.scorecards.erase(other, kept.id)
    assert life.scorecards.page(other, Wanted()).cards == ()


def test_cards_are_listed_page_by_page_the_newest_first(life: Kept, who: Principal) -> None:
    made = [life.scorecards.keep(who, make_draft("c-1", started=str(number))) for number in range(3)]
    first = life.scorecards.page(who, Wanted(candidate="c-1"), limit=2)
    assert first.cards == (made[2], made[1])
    assert life.scorecards.page(who, Wanted(candidate="c-1"), first.after, 2).cards == (made[0],)
    assert life.scorecards.page(who, Wanted(candidate="c-2")).cards == ()


def test_an_erased_candidate_leaves_no_card(life: Kept, who: Principal) -> None:
    create(life, who, candidate="c-1")
    gone = [life.scorecards.keep(who, make_draft("c-1", started=str(number))) for number in range(2)]
    other = life.scorecards.keep(who, make_draft("c-2"))
    assert life.erasing.erase_candidate(who, "c-1") == 3
    assert life.erasing.erase_candidate(who, "c-1") == 0
    assert life.scorecards.page(who, Wanted()).cards == (other,)
    rows = life.store.read(lambda unit: unit.audit.page(who.tenant, 0, 99))
    assert {row.subject for row in rows if row.action == "candidate.erase"} >= {card.id for card in gone}


def test_cards_that_are_too_old_are_erased(life: Kept, who: Principal) -> None:
    old, new = (life.scorecards.keep(who, make_draft("c-1", started=str(number))) for number in range(2))
    assert life.erasing.retain(who, new.made) == 1
    assert life.scorecards.page(who, Wanted()).cards == (new,)
    with pytest.raises(UnknownScorecard):
        life.scorecards.read(who, old.id)
    assert life.erasing.retain(who, new.made + timedelta(microseconds=1)) == 1


def test_one_card_is_erased_and_the_audit_says_so(life: Kept, who: Principal) -> None:
    kept = life.scorecards.keep(who, make_draft("c-1"))
    life.scorecards.erase(who, kept.id)
    with pytest.raises(UnknownScorecard):
        life.scorecards.read(who, kept.id)
    rows = life.store.read(lambda unit: unit.audit.page(who.tenant, 0, 9))
    assert (rows[-1].action, rows[-1].subject) == ("scorecard.erase", kept.id)
