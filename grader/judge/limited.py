"""At most so many calls at once."""

import asyncio

from .clock import within
from .port import Judge, Judgement, JudgeRequest


class Limited:
    """Lets `width` calls of a judge run at once; the wait counts against the deadline."""

    def __init__(self, judge: Judge, width: int) -> None:
        self._judge, self._free = judge, asyncio.Semaphore(width)
        self.model = judge.model

    async def judge(self, request: JudgeRequest, *, deadline: float) -> Judgement:
        """Return the judge's judgement, once it is our turn."""
        await within(deadline, self._free.acquire())
        try:
            return await self._judge.judge(request, deadline=deadline)
        finally:
            self._free.release()
