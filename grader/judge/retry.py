"""The same model once more, for faults that pass."""

import asyncio

from grader.errors import JudgeError

from .clock import now
from .port import Attempt, Judge, Judgement, JudgeRequest, after

PASSING = frozenset({"rate_limited", "transport", "invalid_output"})
LONGEST_WAIT = 2.0
SHORTEST_WAIT = 0.1


class Retry:
    """Asks a judge a second time after a fault that may pass, if what is to be waited is short."""

    def __init__(self, judge: Judge, *, longest_wait: float = LONGEST_WAIT) -> None:
        self._judge, self._longest = judge, longest_wait
        self.model = judge.model

    async def judge(self, request: JudgeRequest, *, deadline: float) -> Judgement:
        """Return the first judgement of at most two attempts."""
        try:
            return await self._judge.judge(request, deadline=deadline)
        except JudgeError as error:
            wait = max(error.retry_after or 0.0, SHORTEST_WAIT)
            if error.kind not in PASSING or wait > self._longest or now() + wait >= deadline:
                raise
            first = attempts_of(error)
        await asyncio.sleep(wait)
        return await judge_after(first, self._judge, request, deadline)


async def judge_after(earlier: tuple[Attempt, ...], judge: Judge, request: JudgeRequest, deadline: float) -> Judgement:
    """Return or raise what a judge does, with the attempts that were made before it."""
    try:
        return after(earlier, await judge.judge(request, deadline=deadline))
    except JudgeError as error:
        error.attempts = earlier + attempts_of(error)
        raise


def attempts_of(error: JudgeError) -> tuple[Attempt, ...]:
    """Return the calls that were made before a judge gave up."""
    return tuple(attempt for attempt in error.attempts if isinstance(attempt, Attempt))
