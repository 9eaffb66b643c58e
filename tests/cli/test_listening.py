"""The service listens where it is told to, on this machine unless told otherwise."""

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
