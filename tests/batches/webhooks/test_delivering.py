"""Two hundred events to a receiver with faults: none is lost, none follows a redirect."""

import random
from pathlib import Path

import pytest
from sqlalchemy import text

from grader.batches import Deliverer, Delivery, Endpoint, Postman
from grader.grading import utc_now
from tests.batches.making import WHO, Bench

from .receiving import receiver
from .test_sending import here

FAULTS = ("error", "reset", "redirect", "busy", "hang", "flood")
EVENTS = 200


@pytest.mark.faults
@pytest.mark.timeout(180)
def test_no_event_is_lost_whatever_the_receiver_does(bench: Bench, tmp_path: Path) -> None:
    chance = random.Random(11)
    with receiver(*(chance.choice(FAULTS) for _ in range(250))) as to:
        webhook = Endpoint("whk_a", WHO.tenant, to.url, utc_now(), "me")
        bench.store.write(lambda unit: unit.webhooks.add(webhook))
        for number in range(EVENTS):
            event = Delivery(f"evt_{number}", WHO.tenant, "whk_a", "batch.completed", "{}", utc_now())
            bench.store.write(lambda unit, event=event: unit.deliveries.add(event))  # type: ignore[misc]
        postman = Postman(bench.store, Deliverer(here(0.5)))
        for _ in range(100):
            postman.tick()
            bench.database.write(
                lambda c: c.execute(text("UPDATE webhook_deliveries SET due = 0"))
            )  # as if time passed
            if len(to.received) == EVENTS:
                break
        postman.close()
        assert (len(to.received), to.elsewhere, to.faults) == (EVENTS, 0, [])
    found = bench.batching.deliveries(WHO, "whk_a", 1000)
    assert [each.id for each in found if each.standing == "failed"] == []
