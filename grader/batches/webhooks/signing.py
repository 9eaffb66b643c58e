"""Sign a delivery as Standard Webhooks has it: the only file that uses its library."""

import base64
import hmac
from datetime import UTC, datetime

from standardwebhooks import Webhook

_PREFIX = "whsec_"


def secret_of(key: bytes, webhook: str) -> str:
    """Return the secret of a webhook: it follows from the service's own key, so none is kept."""
    made = hmac.digest(key, f"webhook:{webhook}".encode("ascii"), "sha256")
    return _PREFIX + base64.b64encode(made).decode("ascii")


def signed(secret: str, delivery: str, document: str, now: datetime) -> dict[str, str]:
    """Return the headers of a delivery; the library takes the fields of an instant as those of UTC."""
    instant = now.astimezone(UTC)
    return {
        "webhook-id": delivery,
        "webhook-timestamp": str(int(instant.timestamp())),
        "webhook-signature": Webhook(secret).sign(delivery, instant, document),
    }
