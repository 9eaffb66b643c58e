"""Connections to public addresses only, and not for ever."""

import time

import pytest
from httpcore2 import ConnectError, ReadError, ReadTimeout, SyncBackend

from grader.batches.webhooks.connecting import Bounded, Guarded, addresses_of

from .receiving import receiver


@pytest.mark.parametrize("found", [(), ("127.0.0.1",), ("8.8.8.8", "10.0.0.1"), ("2002:7f00:1::1",)])
def test_a_host_with_any_address_that_is_not_public_is_not_connected_to(found: tuple[str, ...]) -> None:
    with pytest.raises(ConnectError, match="not public"):
        Guarded(lambda *_: found).connect_tcp("example.com", 443)


def test_a_socket_of_this_machine_is_never_connected_to() -> None:
    with pytest.raises(ConnectError):
        Guarded(lambda *_: ()).connect_unix_socket("/var/run/docker.sock")


def test_the_system_resolves_this_machine_and_nonsense_to_nothing() -> None:
    assert "127.0.0.1" in addresses_of("localhost", 443)
    assert addresses_of("a" * 300, 443) == ()


def test_a_stream_ends_at_its_deadline_and_at_its_length() -> None:
    with receiver() as to:
        raw = SyncBackend().connect_tcp("127.0.0.1", to.server_address[1])
        with pytest.raises(ReadTimeout):
            Bounded(raw, time.monotonic() - 1, 10).read(10)
        raw.write(b"GET /hook HTTP/1.1\r\nContent-Length: 0\r\n\r\n")
        with pytest.raises(ReadError):
            Bounded(raw, time.monotonic() + 5, 3).read(100)
        raw.close()
