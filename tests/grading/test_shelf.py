"""A tenant's rubrics: those that were sent to the service, over those in files."""

from grader.access import Principal
from grader.bootstrap import Kept
from grader.grading import Shelf
from grader.grading.shelf import FRESH_SECONDS
from tests.grading.acts import SCALE, other_rubric


def test_who_sent_nothing_shares_one_service(life: Kept) -> None:
    assert life.shelves.grading("t-1") is life.shelves.grading("t-2")


def test_what_was_looked_up_just_now_is_recalled_without_the_database(life: Kept, who: Principal) -> None:
    assert life.shelves.recall(who.tenant) is None, "nothing was looked up yet"
    assert life.shelves.grading(who.tenant) is life.shelves.recall(who.tenant)
    life.publishing.add_rubric(who, other_rubric(life, who))
    assert life.shelves.recall(who.tenant) is None
    assert life.shelves.grading(who.tenant) is not None
    assert life.shelves.recall(who.tenant) is None, "a tenant with rubrics of its own is never guessed"


def test_a_sent_rubric_with_a_new_id_is_listed_with_the_files(life: Kept, who: Principal) -> None:
    life.publishing.add_rubric(who, other_rubric(life, who, id="toy/another"))
    assert [item.id for item in life.shelves.grading(who.tenant).listing()] == ["toy/another", SCALE]


def test_a_version_sent_elsewhere_is_in_force_here_within_a_second(life: Kept, who: Principal) -> None:
    now = [0.0]
    shelf = Shelf(life.store, who.tenant, life.shelves.shelf(who.tenant).files, lambda: now[0])
    before = shelf.get(SCALE)
    sent = other_rubric(life, who)
    life.publishing.add_rubric(who, sent)
    assert shelf.get(SCALE) == before
    assert shelf.bare()
    now[0] += FRESH_SECONDS
    assert not shelf.bare()
    assert shelf.get(SCALE) == sent
    assert shelf.get(SCALE) is shelf.get(SCALE)
    assert shelf.lexicon(None).terms == {}
