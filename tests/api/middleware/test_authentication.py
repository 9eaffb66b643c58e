"""Who asks, by what they show and where they are."""

import asyncio
from typing import Any

import pytest
from starlette.types import Receive, Scope, Send

from grader.access import LOCAL, Principal
from grader.api.middleware.authentication import Authentication
from grader.errors import KeyRefused, StorageBusy

ACME = Principal("acme", "k-1", frozenset())


class Door:
    """Opens to one key, and to nobody's on this machine."""

    def recall(self, shown: str) -> Principal | None:
        return None

    def admit(self, shown: str) -> Principal:
        if shown == "busy":
            raise StorageBusy
        if shown not in ("", "right"):
            raise KeyRefused
        return ACME if shown else LOCAL


def ask(host: str = "127.0.0.1", address: str = "127.0.0.1", path: str = "/v1/grades", **headers: str) -> Any:
    """Return the principal that an application sees, or the status of the refusal."""
    seen: list[Any] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(scope["state"]["principal"])

    async def send(message: Any) -> None:
        seen.append(message.get("status"))

    sent = [(name.encode(), value.encode()) for name, value in {"host": host, **headers}.items()]
    scope = {"type": "http", "path": path, "headers": sent, "client": (address, 1), "state": {"request_id": "r"}}
    asyncio.run(Authentication(app, Door())(scope, app, send))  # type: ignore[arg-type]
    return seen[0]


@pytest.mark.parametrize("shown", ["Bearer right", "bearer right", "BEARER  right "])
def test_a_key_is_shown_as_a_bearer_token(shown: str) -> None:
    assert ask(authorization=shown) == ACME


@pytest.mark.parametrize("shown", ["Bearer wrong", "Bearer \u00e9"])
def test_a_key_that_is_refused_is_nobodys(shown: str) -> None:
    assert ask(authorization=shown) is None


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8000", "localhost:8000", "[::1]:8000", "[::1]"])
def test_without_a_key_this_machine_is_asked_for_by_its_own_names(host: str) -> None:
    assert ask(host) == LOCAL


@pytest.mark.parametrize("host", ["rebound.example", "rebound.example:8000", "", "127.0.0.1.example", "[::1].example"])
def test_a_page_that_was_rebound_to_this_machine_is_nobody(host: str) -> None:
    assert ask(host) is None


def test_without_a_key_another_machine_is_nobody() -> None:
    assert ask(address="10.0.0.7") is None


def test_a_storage_that_is_out_of_reach_is_no_wrong_key() -> None:
    assert ask(authorization="Bearer busy") == 503


@pytest.mark.parametrize(("path", "who"), [("/interview", ACME), ("/v1/grades", None), ("/metrics", None)])
def test_a_cookie_counts_for_pages_and_never_for_programs(path: str, who: Principal | None) -> None:
    assert ask("grader.example", "192.0.2.1", path, cookie="grader_session=right") == who
