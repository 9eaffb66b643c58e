"""Sending to receivers that behave, and to those that do not."""

from datetime import UTC, datetime

import pytest

from grader.batches.webhooks import Attempt, Deliverer, Delivery, Endpoint, Sender
from grader.batches.webhooks.connecting import Guarded, addresses_of

from .receiving import Receiver, receiver
from .test_addresses import REFUSED

NOW = datetime.now(UTC)


def here(seconds: float = 1.0) -> Sender:
    """A sender that may send to this machine."""
    network = Guarded(addresses_of, lambda _: True, seconds=seconds)
    return Sender(b"key", network, check=lambda url: url)


def endpoint(url: str) -> Endpoint:
    return Endpoint("whk_a", "default", url, NOW, "me")


def event(name: str = "evt_1") -> Delivery:
    return Delivery(name, "default", "whk_a", "batch.completed", "{}", NOW)


def sent(to: Receiver) -> Attempt:
    return here().send(endpoint(to.url), event())


@pytest.mark.parametrize(
    ("fault", "status"), [("ok", 204), ("error", 500), ("gone", 410), ("reset", None), ("flood", None)]
)
def test_an_attempt_is_the_status_of_the_reply_or_nothing(fault: str, status: int | None) -> None:
    with receiver(fault) as to:
        assert sent(to).status == status


def test_a_redirect_is_not_followed() -> None:
    with receiver("redirect", "redirect") as to:
        assert sent(to).status == 307
        assert (to.elsewhere, len(to.received)) == (0, 0)


def test_how_long_to_wait_is_kept() -> None:
    with receiver("busy") as to:
        assert sent(to) == Attempt(429, 1.0)


@pytest.mark.parametrize("fault", ["hang", "drip"])
def test_a_receiver_that_takes_for_ever_is_left(fault: str) -> None:
    with receiver(fault) as to:
        assert here(0.3).send(endpoint(to.url), event()).status is None


def test_nobody_there_is_no_reply() -> None:
    with receiver() as to:
        url = to.url
    assert here().send(endpoint(url), event()).status is None


def test_no_connection_is_made_to_any_refused_address() -> None:
    asked: list[str] = []

    def resolve(host: str, port: int) -> tuple[str, ...]:
        asked.append(host)
        return ("127.0.0.1",)

    sender = Sender(b"key", Guarded(resolve))
    with receiver() as to:
        for url in (*REFUSED, "https://rebinding.example.com/"):
            assert sender.send(endpoint(url), event()).status is None
        assert not to.received
    assert asked == ["rebinding.example.com"]


def test_many_are_sent_at_once_and_told_in_order() -> None:
    with receiver("error") as to:
        deliverer = Deliverer(here())
        found = deliverer.send([(endpoint(to.url), event(f"evt_{number}")) for number in range(20)])
        deliverer.close()
        assert sorted(str(attempt.status) for attempt in found) == ["204"] * 19 + ["500"]
        assert len(to.received) == 19
