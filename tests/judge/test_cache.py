"""Judge the same thing once."""

import asyncio
from dataclasses import replace

from grader.errors import JudgeError
from grader.judge import Cached, MemoryCache, ScriptedJudge

from .asking import REQUEST, ask, failed


def test_the_same_request_is_judged_once() -> None:
    judge = ScriptedJudge([{"slow": ("met", ("takes long",))}])
    cached = Cached(judge, MemoryCache())
    first, again = ask(cached), ask(cached)
    assert again.verdicts == first.verdicts
    assert (again.attempts, again.flags) == ((), ("cached",))
    assert len(judge.requests) == 1


def test_another_answer_rubric_or_question_of_concepts_is_another_request() -> None:
    judge = ScriptedJudge([{}])
    cached = Cached(judge, MemoryCache())
    others = replace(REQUEST, answer="b"), replace(REQUEST, rubric_hash="2"), replace(REQUEST, asked=("token",))
    for request in (REQUEST, *others):
        ask(cached, request)
    assert len(judge.requests) == 4


def test_another_model_shares_nothing() -> None:
    cache = MemoryCache()
    ask(Cached(ScriptedJudge([{}], model="a"), cache))
    assert ask(Cached(ScriptedJudge([{}], model="b"), cache)).model == "b"


def test_a_failure_is_not_kept() -> None:
    cached = Cached(ScriptedJudge([JudgeError(kind="timeout"), {}]), MemoryCache())
    failed(cached)
    assert ask(cached).flags == ()


def test_a_full_cache_forgets_the_oldest() -> None:
    async def filled() -> tuple[str | None, str | None]:
        cache = MemoryCache(most=2)
        for key in "abc":
            await cache.put(key, key)
        return await cache.get("a"), await cache.get("c")

    assert asyncio.run(filled()) == (None, "c")
