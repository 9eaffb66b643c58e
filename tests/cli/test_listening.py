"""The service listens where it is told to, on this machine unless told otherwise."""

import pytest
import typer

from grader.cli.listening import address, is_loopback, listen


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_loopback_is_known(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.2", "example.com", "", "127.0.0.1.example.com"])
def test_what_other_machines_may_reach_is_not_loopback(host: str) -> None:
    assert not is_loopback(host)


def test_port_0_is_a_free_port_and_the_address_names_the_real_one() -> None:
    with listen("127.0.0.1", 0) as bound:
        port = bound.getsockname()[1]
        assert port > 0
        assert address("127.0.0.1", bound) == f"http://127.0.0.1:{port}"
        assert address("::1", bound) == f"http://[::1]:{port}"


def test_a_port_in_use_is_refused_with_advice() -> None:
    with listen("127.0.0.1", 0) as bound, pytest.raises(typer.BadParameter, match="Choose another --port"):
        listen("127.0.0.1", bound.getsockname()[1])
