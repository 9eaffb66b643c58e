"""At most so many calls at once."""

import asyncio

from grader.errors import JudgeError
from grader.judge import Judge, Judgement, JudgeRequest, Limited, ScriptedJudge, now

from .asking import REQUEST


class Counting:
    """Counts how many calls run at once."""

    model = "counting"

    def __init__(self) -> None:
        self.running = self.most = 0

    async def judge(self, request: JudgeRequest, *, deadline: float) -> Judgement:
        self.running += 1
        self.most = max(self.most, self.running)
        await asyncio.sleep(0.001)
        self.running -= 1
        return Judgement((), self.model, ())


async def many(judge: Judge, count: int, seconds: float) -> list[Judgement | BaseException]:
    calls = [judge.judge(REQUEST, deadline=now() + seconds) for _ in range(count)]
    return await asyncio.gather(*calls, return_exceptions=True)


def test_no_more_calls_run_at_once_than_the_width() -> None:
    counting = Counting()
    results = asyncio.run(many(Limited(counting, 3), 20, 5.0))
    assert counting.most == 3
    assert all(isinstance(result, Judgement) for result in results)


def test_waiting_for_a_turn_ends_at_the_deadline() -> None:
    results = asyncio.run(many(Limited(ScriptedJudge([{}], seconds=60.0), 1), 3, 0.05))
    assert [result.kind for result in results if isinstance(result, JudgeError)] == ["timeout"] * 3
