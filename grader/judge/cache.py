"""Judge the same thing once."""

import hashlib
import json
from typing import Protocol

from .output import parse_reply, write_reply
from .port import Judge, Judgement, JudgeRequest
from .prompt import PROMPT_VERSION


class JudgeCache(Protocol):
    """Keeps texts by key, for as long as it likes."""

    async def get(self, key: str) -> str | None:
        """Return the text that was put under a key, or None."""

    async def put(self, key: str, text: str) -> None:
        """Keep a text under a key."""


class MemoryCache:
    """Keeps the latest texts in memory, up to a number of them."""

    def __init__(self, most: int = 10_000) -> None:
        self._texts: dict[str, str] = {}
        self._most = most

    async def get(self, key: str) -> str | None:
        """Return the text, or None."""
        return self._texts.get(key)

    async def put(self, key: str, text: str) -> None:
        """Keep a text; the oldest makes room for it."""
        if len(self._texts) >= self._most:
            del self._texts[next(iter(self._texts))]
        self._texts[key] = text


class Cached:
    """Returns an earlier judgement of the same request by the same models and prompt; failures are not kept."""

    def __init__(self, judge: Judge, cache: JudgeCache) -> None:
        self._judge, self._cache = judge, cache
        self.model = judge.model

    async def judge(self, request: JudgeRequest, *, deadline: float) -> Judgement:
        """Return the kept judgement, flagged `cached` and without attempts, or a new one."""
        key = cache_key(request, self.model)
        kept = await self._cache.get(key)
        if kept is not None:
            return _read(kept, request)
        judgement = await self._judge.judge(request, deadline=deadline)
        await self._cache.put(key, _write(judgement))
        return judgement


def cache_key(request: JudgeRequest, model: str) -> str:
    """Return the key of a request: of the rubric, the prompt, the models, the answer and the concepts asked."""
    parts = [request.rubric_hash, PROMPT_VERSION, model, request.answer, *sorted(request.asked)]
    return hashlib.sha256(json.dumps(parts).encode("ascii")).hexdigest()


def _write(judgement: Judgement) -> str:
    return json.dumps([judgement.model, write_reply(judgement.verdicts), judgement.raw, list(judgement.flags)])


def _read(text: str, request: JudgeRequest) -> Judgement:
    model, reply, raw, flags = json.loads(text)
    return Judgement(parse_reply(reply, request.asked), model, (), raw, (*flags, "cached"))
