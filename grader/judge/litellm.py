"""The judge on any model that litellm names. The only file that imports litellm."""

import asyncio
import logging
import os
import warnings
from types import ModuleType
from typing import Any

from grader.errors import JudgeError, SettingsError

from .capped_transport import CappedTransport
from .litellm_errors import kind_of, retry_after
from .output import Reply, parse_reply
from .port import Attempt, Judgement, JudgeRequest, Usage
from .prompt import prompt

TOKENS_A_CONCEPT = 400
LEAST_TOKENS = 2000
MICRO = 1_000_000
# litellm reads these when it is imported: no lists over the network, no .env file of the working directory.
AT_IMPORT = {
    "LITELLM_LOCAL_MODEL_COST_MAP": "True",
    "LITELLM_LOCAL_ANTHROPIC_BETA_HEADERS": "True",
    "LITELLM_LOCAL_AUTOROUTER_PRESETS": "True",
    "LITELLM_MODE": "PRODUCTION",
    "DISABLE_AIOHTTP_TRANSPORT": "True",
}


class Litellm:
    """The vendor, loaded and quiet, with one HTTP client for each event loop."""

    def __init__(self) -> None:
        self.module: Any = _load()
        self._loop: asyncio.AbstractEventLoop | None = None

    def client(self, provider: str) -> dict[str, Any]:
        """Return the client to pass for a provider: those that speak through the openai package find it themselves."""
        self._enter_loop()
        if provider in ("openai", "azure", *self.module.openai_compatible_providers):
            return {}
        return {"client": self._handler}

    async def aclose(self) -> None:
        """Close the connections of the running loop."""
        if self._loop is asyncio.get_running_loop():
            await self._session.aclose()
            await self._handler.client.aclose()
            self._loop = None

    def _enter_loop(self) -> None:
        """Connections belong to the loop that opened them."""
        if self._loop is asyncio.get_running_loop():
            return
        import httpx
        from litellm.llms.custom_httpx.http_handler import AsyncHTTPHandler

        self._loop = asyncio.get_running_loop()
        self._session = httpx.AsyncClient(transport=CappedTransport(), trust_env=False)
        self._handler = AsyncHTTPHandler(transport=CappedTransport())
        self.module.in_memory_llm_clients_cache.flush_cache()
        self.module.aclient_session = self._session


class LitellmJudge:
    """Asks one model once; no retries, no guesses. `api_base` is where it is served, if not at its provider's."""

    def __init__(self, vendor: Litellm, model: str, *, api_base: str | None = None) -> None:
        self._vendor, self._litellm, self._api_base = vendor, vendor.module, api_base
        self.model = model
        self._provider = _provider(self._litellm, model, api_base)

    async def judge(self, request: JudgeRequest, *, deadline: float) -> Judgement:
        """Return the model's judgement of exactly the concepts asked. Raises JudgeError."""
        try:
            async with asyncio.timeout_at(deadline):
                response = await self._litellm.acompletion(**self._call(request, deadline))
        except TimeoutError as cause:
            raise self._error("timeout", Usage(cost=None)) from cause
        except Exception as cause:
            raise self._error(kind_of(cause), Usage(), retry_after(cause)) from cause
        usage = self._usage(response)
        text = self._text(response, usage)
        try:
            verdicts = parse_reply(text, request.asked)
        except JudgeError as cause:
            raise self._error(cause.kind, usage) from cause
        return Judgement(verdicts, self.model, (Attempt(self.model, "ok", usage),), text)

    async def aclose(self) -> None:
        """Close the connections that the running loop opened, those of the vendor's other models too."""
        await self._vendor.aclose()

    def most(self, request: JudgeRequest) -> int | None:
        """Return the most that a call can cost, in millionths of a dollar; None if the price is not known.

        A token is at least one byte, so the bytes of the prompt bound its tokens.
        """
        told = prompt(request)
        return self._cost(len(told.prefix.encode()) + len(told.ask.encode()) + 200, most_tokens(request))

    def _call(self, request: JudgeRequest, deadline: float) -> dict[str, Any]:
        told = prompt(request)
        return {
            "model": self.model,
            "messages": [
                {"role": "system", "content": self._prefix(told.prefix)},
                {"role": "user", "content": told.ask},
            ],
            "response_format": Reply,
            "max_tokens": most_tokens(request),
            "temperature": 0,
            "drop_params": True,
            "max_retries": 0,
            "num_retries": 0,
            "timeout": max(0.01, deadline - asyncio.get_running_loop().time()),
            "api_base": self._api_base,
            **self._key(),
            **self._vendor.client(self._provider),
        }

    def _prefix(self, text: str) -> str | list[dict[str, Any]]:
        """Anthropic keeps a prefix only where it is asked to; the others keep it by themselves."""
        if self._provider != "anthropic":
            return text
        return [{"type": "text", "text": text, "cache_control": {"type": "ephemeral"}}]

    def _key(self) -> dict[str, str]:
        """A server of one's own may want no key, but the openai package insists on one."""
        if self._api_base and self._provider == "openai" and not os.environ.get("OPENAI_API_KEY"):
            return {"api_key": "none"}
        return {}

    def _text(self, response: Any, usage: Usage) -> str:
        """The reply's text; what is no judgement although it came as a success is an error."""
        choice = response.choices[0] if getattr(response, "choices", None) else None
        if choice is None:
            raise self._error("invalid_output", usage)
        fields = getattr(choice.message, "provider_specific_fields", None) or {}
        if fields.get("refusal"):
            raise self._error("refusal", usage)
        kind = {"content_filter": "content_policy", "length": "truncated"}.get(choice.finish_reason)
        if kind or not isinstance(choice.message.content, str):
            raise self._error(kind or "invalid_output", usage)
        return choice.message.content

    def _usage(self, response: Any) -> Usage:
        told = getattr(response, "usage", None)
        counts = [getattr(told, name, None) for name in ("prompt_tokens", "completion_tokens")]
        if not all(isinstance(count, int) and count >= 0 for count in counts):
            return Usage(cost=None)
        return Usage(counts[0], counts[1], self._cost(counts[0], counts[1]))  # type: ignore[arg-type]

    def _cost(self, tokens_in: int, tokens_out: int) -> int | None:
        try:
            parts = self._litellm.cost_per_token(
                model=self.model, prompt_tokens=tokens_in, completion_tokens=tokens_out
            )
        except Exception:  # it raises bare Exceptions for models that it has no price of
            return None
        return -int(-sum(parts) * MICRO // 1)

    def _error(self, kind: str, usage: Usage, wait: float | None = None) -> JudgeError:
        return JudgeError(kind=kind, retry_after=wait, attempts=(Attempt(self.model, kind, usage),))


def most_tokens(request: JudgeRequest) -> int:
    """Return how many tokens a reply may have."""
    return max(LEAST_TOKENS, TOKENS_A_CONCEPT * len(request.asked))


def _provider(litellm: ModuleType, model: str, api_base: str | None) -> str:
    try:
        return str(litellm.get_llm_provider(model, api_base=api_base)[1])
    except Exception as cause:
        raise SettingsError(
            f"GRADER_JUDGE_MODELS names {model!r}, which litellm does not know. "
            "Name it `provider/model`, as in its list of providers."
        ) from cause


def _load() -> Any:
    """Import litellm, with its network calls, logs and warnings off. It takes seconds: not within a request."""
    for name, value in AT_IMPORT.items():
        os.environ.setdefault(name, value)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        litellm = _imported()
    litellm.disable_aiohttp_transport = True
    litellm.suppress_debug_info = True
    litellm.turn_off_message_logging = True
    litellm.telemetry = False
    logging.getLogger("LiteLLM").setLevel(logging.CRITICAL + 1)
    warnings.filterwarnings("ignore", message="Pydantic serializer warnings", category=UserWarning)
    return litellm


def _imported() -> Any:
    """Import litellm, and have it build what it else builds, and warns of, in the first call."""
    try:
        import litellm
    except ImportError as cause:
        raise SettingsError("GRADER_JUDGE_MODELS needs litellm: `pip install 'grader[llm]'`.") from cause
    litellm.ModelResponse(usage=litellm.Usage())
    return litellm
