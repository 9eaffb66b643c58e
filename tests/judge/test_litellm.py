"""The judge on litellm, against a server on a real socket."""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from grader.errors import JudgeError, SettingsError
from grader.judge import Fallback, Judge, Judgement, JudgeRequest, Retry, Usage, now
from grader.judge.litellm import Litellm, LitellmJudge, most_tokens

from .asking import REQUEST
from .fake_provider import QUOTE, FakeProvider, fake_provider

ASKED = replace(REQUEST, answer=f"We {QUOTE}.")
KINDS = {
    "rate-short": "rate_limited",
    "rate-long": "rate_limited",
    "quota": "quota",
    "e500": "transport",
    "e503": "transport",
    "e401": "auth",
    "e403": "auth",
    "e404": "not_found",
    "too-long": "context_window",
    "policy": "content_policy",
    "html": "transport",
    "empty": "transport",
    "bad-json": "transport",
    "prose": "invalid_output",
    "truncated": "truncated",
    "wrong-schema": "invalid_output",
    "no-choices": "invalid_output",
    "null": "invalid_output",
    "refusal": "refusal",
    "filter": "content_policy",
    "unknown-id": "invalid_output",
    "nan": "invalid_output",
    "duplicate": "invalid_output",
    "gzip-bomb": "transport",
    "cut": "transport",
    "big": "transport",
    "hang-up": "transport",
    "slow": "timeout",
    "drip": "timeout",
}


@pytest.fixture(scope="module")
def vendor() -> Litellm:
    return Litellm()


@pytest.fixture(scope="module")
def provider() -> Iterator[FakeProvider]:
    with fake_provider() as fake:
        yield fake


def ask(vendor: Litellm, judge: Judge, request: JudgeRequest = ASKED, seconds: float = 5.0) -> Judgement:
    async def asked() -> Judgement:
        try:
            return await judge.judge(request, deadline=now() + seconds)
        finally:
            await vendor.aclose()

    return asyncio.run(asked())


def at(vendor: Litellm, provider: FakeProvider, model: str) -> LitellmJudge:
    return LitellmJudge(vendor, f"openai/{model}", api_base=provider.base)


@pytest.mark.parametrize("model", ["ok", "fenced"])
def test_a_good_reply_is_a_judgement(vendor: Litellm, provider: FakeProvider, model: str) -> None:
    judgement = ask(vendor, at(vendor, provider, model))
    assert [(found.concept, found.verdict, found.quotes) for found in judgement.verdicts] == [("slow", "met", (QUOTE,))]
    assert judgement.usage == Usage(900, 60, None)
    assert QUOTE in judgement.raw


@pytest.mark.parametrize(("model", "kind"), KINDS.items(), ids=KINDS)
def test_every_fault_has_its_kind_after_one_call_in_time(
    vendor: Litellm, provider: FakeProvider, model: str, kind: str
) -> None:
    before, start = len(provider.requests), time.monotonic()
    with pytest.raises(JudgeError) as caught:
        ask(vendor, at(vendor, provider, model), seconds=0.4 if kind == "timeout" else 5.0)
    assert caught.value.kind == kind
    assert [attempt.outcome for attempt in caught.value.attempts] == [kind]  # type: ignore[attr-defined]
    assert len(provider.requests) == before + 1
    assert kind != "timeout" or time.monotonic() - start < 1.4


@pytest.mark.parametrize(("model", "seconds"), [("rate-short", 0.05), ("rate-long", 70.0), ("quota", None)])
def test_how_long_the_provider_asks_to_wait(
    vendor: Litellm, provider: FakeProvider, model: str, seconds: float | None
) -> None:
    with pytest.raises(JudgeError) as caught:
        ask(vendor, at(vendor, provider, model))
    assert caught.value.retry_after == seconds


def test_a_body_without_end_is_broken_off(vendor: Litellm, provider: FakeProvider) -> None:
    with pytest.raises(JudgeError):
        ask(vendor, at(vendor, provider, "big"))
    assert provider.sent < 16_000_000


def test_a_fault_that_passes_is_over_at_the_second_attempt(vendor: Litellm, provider: FakeProvider) -> None:
    judgement = ask(vendor, Retry(at(vendor, provider, "then-ok")))
    assert [attempt.outcome for attempt in judgement.attempts] == ["transport", "ok"]


@pytest.mark.parametrize("model", ["e503", "slow", "drip"])
def test_the_next_model_judges_where_one_is_down(vendor: Litellm, provider: FakeProvider, model: str) -> None:
    both = Fallback((at(vendor, provider, model), at(vendor, provider, "ok")))
    assert ask(vendor, both, seconds=1.0).model == "openai/ok"


def test_nothing_listens(vendor: Litellm) -> None:
    with pytest.raises(JudgeError) as caught:
        ask(vendor, LitellmJudge(vendor, "openai/ok", api_base="http://127.0.0.1:9/v1"))
    assert caught.value.kind == "transport"


def test_what_is_sent(vendor: Litellm, provider: FakeProvider) -> None:
    ask(vendor, at(vendor, provider, "ok"))
    sent = provider.requests[-1]
    assert [message["role"] for message in sent["messages"]] == ["system", "user"]
    assert ASKED.answer not in sent["messages"][0]["content"]
    assert sent["response_format"]["json_schema"]["strict"] is True
    assert (sent["max_tokens"], sent["temperature"]) == (most_tokens(ASKED), 0)


def test_the_most_a_call_can_cost_bounds_what_it_costs(vendor: Litellm) -> None:
    judge = LitellmJudge(vendor, "openai/gpt-4o-mini")
    most = judge.most(ASKED)
    assert most is not None
    assert 1000 < most < 10_000


def test_an_unknown_price_is_none_and_never_nothing(vendor: Litellm, provider: FakeProvider) -> None:
    assert at(vendor, provider, "ok").most(ASKED) is None


def test_a_model_that_no_provider_has_is_a_setting_to_mend(vendor: Litellm) -> None:
    with pytest.raises(SettingsError, match="GRADER_JUDGE_MODELS"):
        LitellmJudge(vendor, "no-such-model")
