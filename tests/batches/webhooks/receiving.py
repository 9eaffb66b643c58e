"""A receiver of webhooks on this machine that answers badly in many ways."""

import socket
import struct
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Receiver(ThreadingHTTPServer):
    """Keeps the ids it acknowledged; `faults` are taken one after the other, then every request is received."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, faults: list[str]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.faults, self.lock = faults, threading.Lock()
        self.received: Counter[str] = Counter()
        self.elsewhere = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/hook"

    def fault(self) -> str:
        with self.lock:
            return self.faults.pop(0) if self.faults else "ok"


class _Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["content-length"]))
        if self.path != "/hook":
            self.server.elsewhere += 1
        fault = self.server.fault()
        getattr(self, f"_{fault}")()

    do_GET = do_POST

    def log_message(self, *_: object) -> None: ...

    def _ok(self) -> None:
        with self.server.lock:
            self.server.received[self.headers["webhook-id"]] += 1
        self._answer(204)

    def _error(self) -> None:
        self._answer(500)

    def _busy(self) -> None:
        self._answer(429, ("Retry-After", "1"))

    def _gone(self) -> None:
        self._answer(410)

    def _redirect(self) -> None:
        self._answer(307, ("Location", "/elsewhere"))

    def _hang(self) -> None:
        time.sleep(1.5)

    def _drip(self) -> None:
        try:
            for byte in b"HTTP/1.1 200 OK\r\nX-Long: " + b"a" * 1000:
                self.wfile.write(bytes((byte,)))
                time.sleep(0.05)
        except OSError:
            pass

    def _flood(self) -> None:
        with suppress(OSError):
            self.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 100_000 + b"\r\n")

    def _reset(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()

    def _answer(self, status: int, *headers: tuple[str, str]) -> None:
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()


@contextmanager
def receiver(*faults: str) -> Iterator[Receiver]:
    """A receiver that is there within the block."""
    made = Receiver(list(faults))
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield made
    finally:
        made.shutdown()
        thread.join()
        made.server_close()
