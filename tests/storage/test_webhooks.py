"""Webhooks and deliveries in both databases."""

from secrets import token_hex

import pytest

from grader.batches import Delivery, Endpoint
from grader.errors import UnknownWebhook
from grader.grading import utc_now
from grader.storage import Database, SqlBatchStore


@pytest.fixture
def store(database: Database) -> SqlBatchStore:
    return SqlBatchStore(database)


def made(store: SqlBatchStore, tenant: str) -> tuple[Endpoint, Delivery]:
    now = utc_now()
    endpoint = Endpoint(f"whk_{token_hex(8)}", tenant, "https://example.com/", now, "me")
    delivery = Delivery(f"evt_{token_hex(8)}", tenant, endpoint.id, "batch.completed", "{}", now)
    store.write(lambda unit: unit.webhooks.add(endpoint))
    store.write(lambda unit: unit.deliveries.add(delivery))
    return endpoint, delivery


def take(store: SqlBatchStore, name: str, lease: float = 60) -> bool:
    return name in [found.id for found in store.write(lambda unit: unit.deliveries.take(1000, lease))]


def test_a_delivery_is_taken_by_one_until_its_lease_ends(store: SqlBatchStore, tenant: str) -> None:
    _, delivery = made(store, tenant)
    assert take(store, delivery.id)
    assert not take(store, delivery.id)
    _, delivery = made(store, tenant)
    assert take(store, delivery.id, lease=-1)
    assert take(store, delivery.id)


def test_a_delivery_is_due_again_after_its_wait_unless_it_has_ended(store: SqlBatchStore, tenant: str) -> None:
    endpoint, delivery = made(store, tenant)
    store.write(lambda unit: unit.deliveries.settle(delivery, "pending", 500, -1))
    assert take(store, delivery.id)
    store.write(lambda unit: unit.deliveries.settle(delivery, "delivered", 204, -1))
    assert not take(store, delivery.id)
    (found,) = store.read(lambda unit: unit.deliveries.page(tenant, endpoint.id, 9))
    assert (found.standing, found.attempts, found.status) == ("delivered", 1, 204)


def test_the_same_event_is_kept_once(store: SqlBatchStore, tenant: str) -> None:
    endpoint, delivery = made(store, tenant)
    store.write(lambda unit: unit.deliveries.add(delivery))
    assert store.read(lambda unit: unit.deliveries.page(tenant, endpoint.id, 9)) == (delivery,)


def test_a_webhook_is_its_tenants_only(store: SqlBatchStore, tenant: str) -> None:
    endpoint, _ = made(store, tenant)
    assert store.read(lambda unit: unit.webhooks.of("other")) == ()
    for use in (
        lambda unit: unit.webhooks.remove("other", endpoint.id),
        lambda unit: unit.deliveries.page("other", endpoint.id, 9),
    ):
        with pytest.raises(UnknownWebhook):
            store.write(use)
    store.write(lambda unit: unit.webhooks.disable(endpoint.id))
    assert [found.disabled for found in store.read(lambda unit: unit.webhooks.of(tenant))] == [True]
    store.write(lambda unit: unit.webhooks.remove(tenant, endpoint.id))
    assert store.read(lambda unit: unit.webhooks.find(endpoint.id)) is None
