"""A webhook, an event to deliver to it, and the ports to what is kept of them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol, TypeAlias

Standing: TypeAlias = Literal["pending", "delivered", "failed"]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a tenant wants to be told; `disabled` once it said that it is gone. Its secret is never kept."""

    id: str
    tenant: str
    url: str
    made: datetime
    made_by: str
    disabled: bool = False


@dataclass(frozen=True, slots=True)
class Delivery:
    """An event for one webhook: `id` is the same at every attempt, so that the receiver can tell repeats.

    `status` is the last reply's, None if there was none; of its body nothing is kept. `due` is in seconds of the
    database's clock.
    """

    id: str
    tenant: str
    webhook: str
    kind: str
    document: str
    made: datetime
    standing: Standing = "pending"
    attempts: int = 0
    due: float = 0.0
    status: int | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of sending: `status` is None if there was no reply, `retry_after` what it asked for, in seconds."""

    status: int | None
    retry_after: float | None = None


class Webhooks(Protocol):
    """Where tenants want to be told."""

    def add(self, endpoint: Endpoint) -> None:
        """Keep a new webhook."""

    def of(self, tenant: str) -> tuple[Endpoint, ...]:
        """Return a tenant's webhooks, the oldest first."""

    def find(self, webhook: str) -> Endpoint | None:
        """Return a webhook of any tenant."""

    def disable(self, webhook: str) -> None:
        """Send it nothing any more."""

    def remove(self, tenant: str, webhook: str) -> None:
        """Delete a webhook with its deliveries. Raises UnknownWebhook."""


class Deliveries(Protocol):
    """What is to be delivered, and what was."""

    def add(self, delivery: Delivery) -> None:
        """Keep a new delivery; one that is there stays as it is."""

    def take(self, most: int, lease: float) -> tuple[Delivery, ...]:
        """Return deliveries that are due; nobody else gets them before the lease of so many seconds ends."""

    def settle(self, delivery: Delivery, standing: Standing, status: int | None, wait: float) -> None:
        """Note an attempt: what it made of the delivery, and after how many seconds the next one is due."""

    def page(self, tenant: str, webhook: str, limit: int) -> tuple[Delivery, ...]:
        """Return at most `limit` deliveries of a webhook, the newest first."""
