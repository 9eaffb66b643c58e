"""A request to judge, and how to ask a judge from a plain test."""

import asyncio

from grader.errors import JudgeError
from grader.judge import Criterion, Judge, Judgement, JudgeRequest, now

REQUEST = JudgeRequest(
    "sha256:1",
    "When to use cache?",
    (Criterion("slow", "expensive operations"), Criterion("token", "OAuth tokens")),
    ("slow",),
    "We keep what takes long to compute.",
)


def ask(judge: Judge, request: JudgeRequest = REQUEST, seconds: float = 5.0) -> Judgement:
    """Return a judge's judgement, asked in a loop of its own."""

    async def asked() -> Judgement:
        return await judge.judge(request, deadline=now() + seconds)

    return asyncio.run(asked())


def failed(judge: Judge, request: JudgeRequest = REQUEST, seconds: float = 5.0) -> JudgeError:
    """Return the error of a judge that fails."""
    try:
        ask(judge, request, seconds)
    except JudgeError as error:
        return error
    raise AssertionError("the judge did not fail")
