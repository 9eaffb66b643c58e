"""Signatures that receivers can check."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from standardwebhooks import Webhook, WebhookVerificationError

from grader.batches.webhooks import secret_of, signed

SECRET = secret_of(b"key", "whk_a")


def test_a_receiver_accepts_what_was_signed() -> None:
    headers = signed(SECRET, "evt_1", '{"a":1}', datetime.now(UTC))
    assert Webhook(SECRET).verify('{"a":1}', headers) == {"a": 1}


def test_what_was_changed_or_signed_with_another_secret_is_not_accepted() -> None:
    headers = signed(SECRET, "evt_1", '{"a":1}', datetime.now(UTC))
    for secret, document in ((SECRET, '{"a":2}'), (secret_of(b"key", "whk_b"), '{"a":1}')):
        with pytest.raises(WebhookVerificationError):
            Webhook(secret).verify(document, headers)


def test_the_instant_is_the_same_in_every_time_zone() -> None:
    now = datetime.now(UTC)
    there = now.astimezone(timezone(timedelta(hours=9)))
    assert signed(SECRET, "evt_1", "{}", now) == signed(SECRET, "evt_1", "{}", there)


def test_a_known_vector_of_the_specification() -> None:
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    headers = signed(
        secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", '{"test": 2432232314}', datetime.fromtimestamp(1614265330, UTC)
    )
    assert headers["webhook-signature"] == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_a_secret_follows_from_the_key_and_the_webhook() -> None:
    assert secret_of(b"key", "whk_a") == SECRET
    assert len({SECRET, secret_of(b"other", "whk_a"), secret_of(b"key", "whk_b")}) == 3
