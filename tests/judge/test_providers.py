"""What providers are sent and answer, in their own shapes: recorded by hand from their published interfaces."""

import asyncio
import json
from dataclasses import replace
from typing import Any

import httpx
import pytest
import respx

from grader.judge import Judgement, now
from grader.judge.litellm import Litellm, LitellmJudge

from .asking import REQUEST
from .fake_provider import GOOD, QUOTE

TEXT = json.dumps(GOOD)
ANTHROPIC = {
    "id": "msg_01",
    "type": "message",
    "role": "assistant",
    "model": "claude-sonnet-4-5",
    "content": [{"type": "text", "text": TEXT}],
    "stop_reason": "end_turn",
    "stop_sequence": None,
    "usage": {"input_tokens": 812, "output_tokens": 64, "cache_creation_input_tokens": 0, "cache_read_input_tokens": 0},
}
GEMINI = {
    "candidates": [{"content": {"parts": [{"text": TEXT}], "role": "model"}, "finishReason": "STOP", "index": 0}],
    "usageMetadata": {"promptTokenCount": 812, "candidatesTokenCount": 64, "totalTokenCount": 876},
    "modelVersion": "gemini-2.5-flash",
}
OPENAI = {
    "id": "chatcmpl-1",
    "object": "chat.completion",
    "created": 1,
    "model": "gpt-4o-mini",
    "choices": [
        {"index": 0, "message": {"role": "assistant", "content": TEXT, "refusal": None}, "finish_reason": "stop"}
    ],
    "usage": {"prompt_tokens": 812, "completion_tokens": 64, "total_tokens": 876},
}
OLLAMA = {
    "model": "llama3",
    "created_at": "2026-01-01T00:00:00Z",
    "message": {"role": "assistant", "content": TEXT},
    "done_reason": "stop",
    "done": True,
    "prompt_eval_count": 812,
    "eval_count": 64,
}
WIRES: dict[str, tuple[str, str, dict[str, Any]]] = {
    "openai/gpt-4o-mini": ("https://api.openai.com/v1/chat/completions", "authorization", OPENAI),
    "anthropic/claude-sonnet-4-5": ("https://api.anthropic.com/v1/messages", "x-api-key", ANTHROPIC),
    "gemini/gemini-2.5-flash": (
        "https://generativelanguage.googleapis.com/v1beta/models/gemini-2.5-flash:generateContent",
        "x-goog-api-key",
        GEMINI,
    ),
    "ollama_chat/llama3": ("http://localhost:11434/api/chat", "host", OLLAMA),
}


@pytest.fixture(autouse=True)
def _keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI", "ANTHROPIC", "GEMINI"):
        monkeypatch.setenv(f"{name}_API_KEY", "sk-test")


def judge(model: str, url: str, reply: dict[str, Any]) -> tuple[Judgement, httpx.Request]:
    vendor = Litellm()

    async def asked() -> Judgement:
        try:
            request = replace(REQUEST, answer=f"We {QUOTE}.")
            return await LitellmJudge(vendor, model).judge(request, deadline=now() + 10)
        finally:
            await vendor.aclose()

    with respx.mock(assert_all_mocked=True) as mock:
        route = mock.post(url__startswith=url).mock(return_value=httpx.Response(200, json=reply))
        judgement = asyncio.run(asked())
        return judgement, route.calls.last.request


@pytest.mark.parametrize("model", WIRES)
def test_a_provider_is_asked_in_its_own_shape_and_its_reply_is_read(model: str) -> None:
    url, header, reply = WIRES[model]
    judgement, request = judge(model, url, reply)
    assert judgement.verdicts[0].quotes == (QUOTE,)
    assert (judgement.usage.input_tokens, judgement.usage.output_tokens) == (812, 64)
    assert header in request.headers
    assert request.headers["accept-encoding"] == "identity"
    assert QUOTE in request.content.decode()


@pytest.mark.parametrize("model", ["openai/gpt-4o-mini", "anthropic/claude-sonnet-4-5", "gemini/gemini-2.5-flash"])
def test_what_a_call_costs_is_known_for_priced_models(model: str) -> None:
    url, _, reply = WIRES[model]
    judgement, _ = judge(model, url, reply)
    assert judgement.usage.cost is not None
    assert judgement.usage.cost > 0
