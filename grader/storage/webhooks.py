"""Webhooks and their deliveries in the database."""

from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from grader.batches import Delivery, DeliveryStanding, Endpoint
from grader.errors import UnknownWebhook

from .batch_tables import webhook_deliveries, webhooks
from .engine import insert_if_new, seconds_now
from .instants import to_instant, to_text

_PLAIN = ("id", "tenant", "webhook", "kind", "document", "standing", "attempts", "due", "status")


class SqlWebhooks:
    """Where tenants want to be told."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, endpoint: Endpoint) -> None:
        """Keep a new webhook."""
        values = {name: getattr(endpoint, name) for name in ("id", "tenant", "url", "made_by", "disabled")}
        self._connection.execute(insert(webhooks), values | {"made": to_text(endpoint.made)})

    def of(self, tenant: str) -> tuple[Endpoint, ...]:
        """Return a tenant's webhooks, the oldest first."""
        asked = select(webhooks).where(webhooks.c.tenant == tenant).order_by(webhooks.c.seq)
        return tuple(map(_endpoint, self._connection.execute(asked)))

    def find(self, webhook: str) -> Endpoint | None:
        """Return a webhook of any tenant."""
        row = self._connection.execute(select(webhooks).where(webhooks.c.id == webhook)).first()
        return _endpoint(row) if row else None

    def disable(self, webhook: str) -> None:
        """Send it nothing any more."""
        self._connection.execute(update(webhooks).where(webhooks.c.id == webhook).values(disabled=True))

    def remove(self, tenant: str, webhook: str) -> None:
        """Delete a webhook with its deliveries. Raises UnknownWebhook."""
        gone = delete(webhooks).where(webhooks.c.tenant == tenant, webhooks.c.id == webhook)
        if self._connection.execute(gone).rowcount == 0:
            raise UnknownWebhook
        self._connection.execute(delete(webhook_deliveries).where(webhook_deliveries.c.webhook == webhook))


class SqlDeliveries:
    """What is to be delivered, and what was."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, delivery: Delivery) -> None:
        """Keep a new delivery; one that is there stays as it is."""
        values = {name: getattr(delivery, name) for name in _PLAIN}
        insert_if_new(self._connection, webhook_deliveries, values | {"made": to_text(delivery.made)})

    def take(self, most: int, lease: float) -> tuple[Delivery, ...]:
        """Return deliveries that are due; nobody else gets them before the lease of so many seconds ends."""
        columns, now = webhook_deliveries.c, seconds_now(self._connection)
        asked = select(webhook_deliveries).where(columns.standing == "pending", columns.due <= now)
        asked = asked.order_by(columns.due).limit(most).with_for_update(skip_locked=True)
        found = tuple(map(_delivery, self._connection.execute(asked)))
        if found:
            ids = tuple(delivery.id for delivery in found)
            held = update(webhook_deliveries).where(columns.id.in_(ids)).values(due=now + lease)
            self._connection.execute(held)
        return found

    def settle(self, delivery: Delivery, standing: DeliveryStanding, status: int | None, wait: float) -> None:
        """Note an attempt: what it made of the delivery, and after how many seconds the next one is due."""
        values = {"standing": standing, "attempts": delivery.attempts + 1, "status": status}
        due = {"due": seconds_now(self._connection) + wait}
        mine = update(webhook_deliveries).where(webhook_deliveries.c.id == delivery.id)
        self._connection.execute(mine.values(values | due))

    def page(self, tenant: str, webhook: str, limit: int) -> tuple[Delivery, ...]:
        """Return at most `limit` deliveries of a webhook, the newest first. Raises UnknownWebhook."""
        mine = select(webhooks.c.id).where(webhooks.c.tenant == tenant, webhooks.c.id == webhook)
        if self._connection.execute(mine).first() is None:
            raise UnknownWebhook
        asked = select(webhook_deliveries).where(webhook_deliveries.c.webhook == webhook)
        asked = asked.order_by(webhook_deliveries.c.seq.desc()).limit(limit)
        return tuple(map(_delivery, self._connection.execute(asked)))


def _endpoint(row: Row[Any]) -> Endpoint:
    return Endpoint(row.id, row.tenant, row.url, to_instant(row.made), row.made_by, row.disabled)


def _delivery(row: Row[Any]) -> Delivery:
    return Delivery(**{name: getattr(row, name) for name in _PLAIN}, made=to_instant(row.made))
