"""Connect only to public addresses, for so long: all addresses of a name must be public, and are used as found."""

import socket
from collections.abc import Callable, Iterable
from ssl import SSLContext
from time import monotonic
from typing import Any

from httpcore2 import ConnectError, NetworkBackend, NetworkStream, ReadError, ReadTimeout, SyncBackend

from .addresses import is_public

Resolve = Callable[[str, int], tuple[str, ...]]
MOST_BYTES = 64 * 1024
"""Of a reply, its head and TLS included."""


def addresses_of(host: str, port: int) -> tuple[str, ...]:
    """Return the addresses of a host, as the system's resolver gives them."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return ()
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


class Guarded(NetworkBackend):
    """Connects to public addresses; its streams end at a deadline, in seconds from the connection's beginning."""

    def __init__(self, resolve: Resolve, allowed: Callable[[str], bool] = is_public, *, seconds: float = 15.0) -> None:
        self._resolve, self._allowed, self._seconds = resolve, allowed, seconds
        self._system = SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> NetworkStream:
        """Return a connection to a host. Raises ConnectError if any of its addresses is not public."""
        deadline = monotonic() + self._seconds
        found = self._resolve(host, port)
        if not found or not all(map(self._allowed, found)):
            raise ConnectError("The host has no address, or one that is not public.")
        stream = self._system.connect_tcp(found[0], port, timeout, local_address, socket_options)
        return Bounded(stream, deadline, MOST_BYTES)

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> NetworkStream:
        """Raise ConnectError: a webhook is never on this machine."""
        raise ConnectError("A webhook is never on this machine.")


class Bounded(NetworkStream):
    """A stream until a deadline, and of so many bytes: a receiver that drips or floods is left."""

    def __init__(self, stream: NetworkStream, deadline: float, most: int) -> None:
        self._stream, self._deadline, self._most = stream, deadline, most

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return what came."""
        data = self._stream.read(max_bytes, self._left(timeout))
        self._most -= len(data)
        if self._most < 0:
            raise ReadError("The reply is longer than a receipt can be.")
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send bytes."""
        self._stream.write(buffer, self._left(timeout))

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> NetworkStream:
        """Return the stream under TLS, for the name and not for the address."""
        secure = self._stream.start_tls(ssl_context, server_hostname, self._left(timeout))
        return Bounded(secure, self._deadline, self._most)

    def get_extra_info(self, info: str) -> Any:
        """Return what the system knows of the connection."""
        return self._stream.get_extra_info(info)

    def _left(self, timeout: float | None) -> float:
        left = self._deadline - monotonic()
        if left <= 0:
            raise ReadTimeout("The receiver took too long.")
        return left if timeout is None else min(timeout, left)
