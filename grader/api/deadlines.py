"""Slow clients: a deadline for a request's head and a least rate for its body, which uvicorn itself does not have."""

import asyncio
import json
from typing import ClassVar

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from grader.telemetry import Metrics

from .problems import BAD_REQUEST, MEDIA_TYPE, SLOW, Problem, document

HEAD_SECONDS = 10.0
BODY_SECONDS, BODY_BYTES = 5.0, 5 * 1024


class Deadlines(HttpToolsProtocol):
    """A connection that is closed if its request does not arrive: the head within 10 s, the body at 1 KiB/s.

    Between requests uvicorn's own keep-alive deadline holds. While we have stopped reading, no client is slow.
    """

    head_seconds: ClassVar[float] = HEAD_SECONDS
    body_seconds: ClassVar[float] = BODY_SECONDS
    body_bytes: ClassVar[int] = BODY_BYTES
    metrics: ClassVar[Metrics | None] = None

    _timer: asyncio.TimerHandle | None = None
    _in_head, _in_body, _received, _checked = False, False, 0, 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take a connection: its first request is due."""
        super().connection_made(transport)
        self._timer = self.loop.call_later(self.head_seconds, self._late)

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget a connection."""
        self._stop()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take bytes; what is then still missing of a request gets a deadline."""
        self._received += len(data)
        super().data_received(data)
        if not (self._in_head or self._in_body):
            self._stop()
        elif self._timer is None:
            self._wait()

    def on_message_begin(self) -> None:
        """A request begins."""
        super().on_message_begin()
        self._in_head = True

    def on_headers_complete(self) -> None:
        """The head is there."""
        super().on_headers_complete()
        self._in_head, self._in_body = False, True
        self._stop()

    def on_message_complete(self) -> None:
        """The body is there."""
        super().on_message_complete()
        self._in_head = self._in_body = False

    def send_400_response(self, msg: str) -> None:
        """Refuse what is not HTTP, with a problem like any other."""
        self._refuse(BAD_REQUEST)

    def _wait(self) -> None:
        self._checked = self._received
        if self._in_head:
            self._timer = self.loop.call_later(self.head_seconds, self._late)
        else:
            self._timer = self.loop.call_later(self.body_seconds, self._measure)

    def _measure(self) -> None:
        if not self.flow.read_paused and self._received - self._checked < self.body_bytes:
            self._late()
        else:
            self._wait()

    def _late(self) -> None:
        self._timer = None
        if self.metrics is not None:
            self.metrics.refused("slow")
        if self._in_body and self.cycle.response_started:
            self.transport.abort()
        else:
            self._refuse(SLOW)

    def _refuse(self, kind: Problem) -> None:
        if self.transport.is_closing():
            return
        body = json.dumps(document(kind, "")).encode("ascii")
        head = f"HTTP/1.1 {kind.status} {kind.title}\r\ncontent-type: {MEDIA_TYPE}\r\ncontent-length: {len(body)}\r\n"
        self.transport.write(head.encode("ascii") + b"cache-control: no-store\r\nconnection: close\r\n\r\n" + body)
        self.transport.close()

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None


def deadlines(metrics: Metrics | None = None, **limits: float) -> type[Deadlines]:
    """Return the protocol with other limits, those of its class variables, counting what it refused."""
    return type("Deadlines", (Deadlines,), {"metrics": metrics, **limits})
