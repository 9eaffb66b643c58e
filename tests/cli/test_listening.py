"""The service listens where it is told to, on this machine unless told otherwise."""

import socket

import pytest
import typer

from grader.cli.listening import address, listen


def test_port_0_is_a_free_port_and_the_address_names_the_real_one() -> None:
    with listen("127.0.0.1", 0) as bound:
        port = bound.getsockname()[1]
        assert port > 0
        assert address("127.0.0.1", bound) == f"http://127.0.0.1:{port}"
        assert address("::1", bound) == f"http://[::1]:{port}"


def test_a_port_in_use_is_refused_with_advice() -> None:
    with listen("127.0.0.1", 0) as bound, pytest.raises(typer.BadParameter, match="Choose another --port"):
        listen("127.0.0.1", bound.getsockname()[1])


def test_a_reply_in_two_parts_does_not_wait_for_the_client_to_confirm_the_first() -> None:
    with listen("127.0.0.1", 0) as bound, socket.create_connection(bound.getsockname()):
        accepted, _ = bound.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
