"""Time within a deadline, on the running loop's clock."""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

from grader.errors import JudgeError

Value = TypeVar("Value")


def now() -> float:
    """Return the running loop's time, in seconds: what deadlines are measured on."""
    return asyncio.get_running_loop().time()


async def within(deadline: float, awaited: Awaitable[Value]) -> Value:
    """Return what is awaited, if it comes before the deadline. Raises JudgeError of kind `timeout`."""
    try:
        async with asyncio.timeout_at(deadline):
            return await awaited
    except TimeoutError as cause:
        raise JudgeError(kind="timeout") from cause
