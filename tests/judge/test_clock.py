"""Time within a deadline."""

import asyncio

import pytest

from grader.errors import JudgeError
from grader.judge import now, within


def test_what_comes_in_time_is_returned() -> None:
    async def soon() -> str:
        return await within(now() + 5, asyncio.sleep(0, "here"))

    assert asyncio.run(soon()) == "here"


def test_what_comes_too_late_is_a_timeout() -> None:
    async def late() -> None:
        await within(now() + 0.01, asyncio.sleep(60))

    with pytest.raises(JudgeError) as caught:
        asyncio.run(late())
    assert caught.value.kind == "timeout"
