"""Send deliveries: one POST each, no redirect followed, of the reply only its status kept."""

import ssl
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from email.utils import parsedate_to_datetime

from httpcore2 import ConnectionPool, NetworkError, ProtocolError, TimeoutException, UnsupportedProtocol

from grader.errors import WebhookRefused
from grader.grading import utc_now

from .addresses import check_url
from .connecting import Guarded, addresses_of
from .delivery import Attempt, Delivery, Endpoint
from .signing import secret_of, signed

SECONDS = 15.0
WIDTH = 8
_FAULTS = (OSError, NetworkError, ProtocolError, TimeoutException, UnsupportedProtocol)


class Sender:
    """Posts signed documents to webhooks."""

    def __init__(self, key: bytes, network: Guarded | None = None, *, check: Callable[[str], str] = check_url) -> None:
        """Make one: `key` is the service's own, which the secrets follow from."""
        self._key, self._check = key, check
        self._network = network or Guarded(addresses_of, seconds=SECONDS)
        self._tls = ssl.create_default_context()

    def send(self, endpoint: Endpoint, delivery: Delivery) -> Attempt:
        """Return what came of one attempt; whatever the receiver does, nothing is raised."""
        now = utc_now()
        headers = signed(secret_of(self._key, endpoint.id), delivery.id, delivery.document, now)
        try:
            return self._post(self._check(endpoint.url), headers, delivery.document.encode("utf-8"), now)
        except (WebhookRefused, *_FAULTS):
            return Attempt(None)

    def _post(self, url: str, headers: dict[str, str], document: bytes, now: datetime) -> Attempt:
        timeouts = dict.fromkeys(("connect", "read", "write", "pool"), SECONDS)
        more = {"content-type": "application/json", "user-agent": "grader-webhooks", "connection": "close"}
        sent: list[tuple[bytes | str, bytes | str]] = [*(headers | more).items()]
        with (
            ConnectionPool(self._tls, network_backend=self._network) as pool,
            pool.stream("POST", url, headers=sent, content=document, extensions={"timeout": timeouts}) as response,
        ):
            given = {name.lower(): value for name, value in response.headers}
            return Attempt(response.status, _seconds(given.get(b"retry-after", b"").decode("latin-1"), now))


class Deliverer:
    """Sends several deliveries at once."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender
        self._threads = ThreadPoolExecutor(WIDTH, thread_name_prefix="grader-webhooks")

    def send(self, work: list[tuple[Endpoint, Delivery]]) -> list[Attempt]:
        """Return what came of each."""
        return list(self._threads.map(lambda pair: self._sender.send(*pair), work))

    def close(self) -> None:
        """Let go of the threads, once what is under way has ended."""
        self._threads.shutdown(wait=True, cancel_futures=True)


def _seconds(retry_after: str, now: datetime) -> float | None:
    """Retry-After in seconds: a number, or an instant."""
    if retry_after.isdigit():
        return float(retry_after[:9])
    try:
        return max(0.0, (parsedate_to_datetime(retry_after) - now).total_seconds())
    except (ValueError, TypeError):
        return None
