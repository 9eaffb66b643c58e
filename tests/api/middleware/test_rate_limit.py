"""How often a key may ask."""

import asyncio
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.types import Receive, Scope, Send

from grader.access import LOCAL, Principal
from grader.api.middleware.rate_limit import RateLimit
from grader.telemetry import Metrics

ONE, TWO = Principal("acme", "k-1", frozenset()), Principal("acme", "k-2", frozenset())


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})


async def ask(limit: RateLimit, who: Principal | None, path: str = "/v1/x") -> tuple[int, dict[str, str]]:
    found: list[Any] = []

    async def send(message: Any) -> None:
        found.append(message)

    state = {"request_id": "r", "principal": who}
    scope = {"type": "http", "path": path, "client": ("10.0.0.7", 1), "headers": [], "state": state}
    await limit(scope, app, send)  # type: ignore[arg-type]
    return found[0]["status"], {name.decode(): value.decode() for name, value in found[0]["headers"]}


def limits(metrics: Metrics | None = None) -> RateLimit:
    return RateLimit(app, metrics or Metrics(), keyed="3/hour", keyless="1/hour")


def test_one_request_too_many_is_refused_and_counted() -> None:
    metrics = Metrics()

    async def run() -> list[int]:
        limit = limits(metrics)
        return [(await ask(limit, ONE))[0] for _ in range(4)]

    assert asyncio.run(run()) == [200, 200, 200, 429]
    assert 'grader_refused_total{why="rate"} 1.0' in metrics.text().decode()


def test_the_headers_say_what_is_left_and_until_when() -> None:
    status, headers = asyncio.run(ask(limits(), ONE))
    assert (status, headers["ratelimit-policy"]) == (200, '"key";q=3;w=3600')
    assert headers["ratelimit"].startswith('"key";r=2;t=')


def test_a_key_does_not_use_up_what_another_one_may() -> None:
    async def run() -> list[int]:
        limit = limits()
        return [(await ask(limit, who))[0] for who in (ONE, ONE, ONE, ONE, TWO)]

    assert asyncio.run(run()) == [200, 200, 200, 429, 200]


def test_who_shows_no_key_is_counted_by_address() -> None:
    async def run() -> list[int]:
        limit = limits()
        return [(await ask(limit, None))[0] for _ in range(2)]

    assert asyncio.run(run()) == [200, 429]


@pytest.mark.parametrize(("who", "path"), [(LOCAL, "/v1/x"), (None, "/livez"), (None, "/readyz")])
def test_this_machine_and_probes_are_not_limited(who: Principal | None, path: str) -> None:
    async def run() -> set[int]:
        limit = limits()
        return {(await ask(limit, who, path))[0] for _ in range(9)}

    assert asyncio.run(run()) == {200}


@given(waits=st.lists(st.floats(min_value=0, max_value=2000), min_size=4, max_size=12))
def test_after_the_time_that_a_refusal_names_the_next_request_is_served(waits: list[float]) -> None:
    async def run() -> None:
        limit = limits()
        with pytest.MonkeyPatch.context() as patch:
            now = 1_000_000.0
            patch.setattr(time, "time", lambda: now)
            for wait in waits:
                now += wait
                status, headers = await ask(limit, ONE)
                if status == 429:
                    now += int(headers["retry-after"])
                    assert (await ask(limit, ONE))[0] == 200

    asyncio.run(run())
