"""Routes of /v1/webhooks: where to be told of batches that end, and what became of telling."""

import re
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query

from grader.api.batch_schemas import (
    DeliveryList,
    WebhookBody,
    WebhookList,
    WebhookMade,
    delivery_view,
    webhook_view,
)
from grader.api.dependencies import Who, Wired
from grader.api.json_route import JsonRoute
from grader.errors import UnknownWebhook

MOST = 1000
_WEBHOOK = re.compile(r"whk_[a-z2-7]{26}")
router = APIRouter(prefix="/v1/webhooks", tags=["webhooks"], route_class=JsonRoute)


async def _named(webhook_id: Annotated[str, Path(description="A webhook's id.", examples=["whk_" + "a" * 26])]) -> str:
    if not _WEBHOOK.fullmatch(webhook_id):
        raise UnknownWebhook
    return webhook_id


WebhookId = Annotated[str, Depends(_named)]


@router.post("", status_code=201)
def create_webhook(body: WebhookBody, services: Wired, who: Who) -> WebhookMade:
    """Be told of every batch that ends, by Standard Webhooks 1.0; the secret is shown this once."""
    made, secret = services.batches.add_webhook(who, body.url)
    return WebhookMade(**webhook_view(made).model_dump(), secret=secret)


@router.get("")
def list_webhooks(services: Wired, who: Who) -> WebhookList:
    """Return the tenant's webhooks, the oldest first."""
    return WebhookList(webhooks=tuple(map(webhook_view, services.batches.webhooks(who))))


@router.delete("/{webhook_id}", status_code=204)
def delete_webhook(webhook_id: WebhookId, services: Wired, who: Who) -> None:
    """Delete a webhook with its deliveries."""
    services.batches.remove_webhook(who, webhook_id)


@router.get("/{webhook_id}/deliveries")
def list_deliveries(
    webhook_id: WebhookId,
    services: Wired,
    who: Who,
    limit: Annotated[int, Query(ge=1, description="At most so many; never more than 1,000.")] = 100,
) -> DeliveryList:
    """Return what was and is to be delivered, the newest first; nothing of a receiver's reply but its status."""
    found = services.batches.deliveries(who, webhook_id, min(limit, MOST))
    return DeliveryList(deliveries=tuple(map(delivery_view, found)))
