"""Webhooks: tell other programs that a batch has ended, by Standard Webhooks 1.0."""

from .addresses import check_url, is_public
from .delivery import Attempt, Deliveries, Delivery, Endpoint, Standing, Webhooks
from .schedule import DELAYS, after, due_in
from .sending import Deliverer, Sender
from .signing import secret_of, signed

__all__ = [
    "DELAYS",
    "Attempt",
    "Deliverer",
    "Deliveries",
    "Delivery",
    "Endpoint",
    "Sender",
    "Standing",
    "Webhooks",
    "after",
    "check_url",
    "due_in",
    "is_public",
    "secret_of",
    "signed",
]
