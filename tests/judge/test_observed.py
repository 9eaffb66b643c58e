"""What is seen of a judge from outside."""

import asyncio

from grader.errors import JudgeError
from grader.judge import MemoryRecorder, Observed, ScriptedJudge, Usage, now

from .asking import REQUEST, ask, failed


def test_every_call_is_recorded_with_what_came_of_it() -> None:
    recorder = MemoryRecorder()
    judge = Observed(ScriptedJudge([{}, JudgeError(kind="quota")]), recorder)
    ask(judge), failed(judge)
    assert [(call.model, call.outcome, call.usage) for call in recorder.calls] == [
        ("scripted", "ok", Usage(100, 50, 10)),
        ("scripted", "quota", Usage(100, 50, 10)),
    ]


def test_a_cancelled_call_is_recorded_with_a_cost_that_is_not_known() -> None:
    recorder = MemoryRecorder()

    async def cancelled() -> None:
        call = Observed(ScriptedJudge([{}], seconds=9.0), recorder).judge(REQUEST, deadline=now() + 60)
        task = asyncio.ensure_future(call)
        await asyncio.sleep(0.01)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    asyncio.run(cancelled())
    assert [(call.outcome, call.usage.cost) for call in recorder.calls] == [("cancelled", None)]
