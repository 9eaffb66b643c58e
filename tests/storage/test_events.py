"""What people did about grades, as rows."""

from grader.grading import Change, StoredGrade
from grader.storage import SqlStore
from tests.storage.factories import add, change, make_confirmation, make_override, make_release, make_stored


def after(store: SqlStore, tenant: str, *events: Change) -> StoredGrade:
    """Return what is kept of a grade after some events."""
    change(store, tenant, *events)
    return store.read(lambda unit: unit.grades.get(tenant, events[0].grade))


def test_each_event_comes_back_as_it_was_kept(store: SqlStore, tenant: str) -> None:
    kept = make_stored()
    add(store, tenant, kept)
    override, confirmation, release = make_override(kept.id, 2), make_confirmation(kept.id, 3), make_release(kept.id, 4)
    found = after(store, tenant, override, confirmation, release)
    assert (found.overrides, found.confirmations, found.releases) == ((override,), (confirmation,), (release,))
    assert found.version == 4
    assert found.revisions == kept.revisions


def test_events_of_one_kind_stand_in_the_order_of_their_versions(store: SqlStore, tenant: str) -> None:
    kept = make_stored()
    add(store, tenant, kept)
    overrides = tuple(make_override(kept.id, version) for version in range(2, 14))
    assert after(store, tenant, *overrides).overrides == overrides
