"""Spend no more than was allowed."""

import asyncio

from grader.errors import JudgeError
from grader.judge import Allowance, Budgeted, JudgeRequest, MemorySpend, ScriptedJudge, Usage, now

from .asking import REQUEST, ask, failed


def budgeted(judge: ScriptedJudge, spend: MemorySpend, *limits: int, most: int | None = 100) -> Budgeted:
    allowances = tuple(Allowance(f"account{number}", limit) for number, limit in enumerate(limits))
    return Budgeted(judge, spend, lambda request: most, lambda: allowances)


def costing(cost: int | None, *steps: JudgeError) -> ScriptedJudge:
    return ScriptedJudge([*steps, {}], usage=Usage(1, 1, cost))


def test_what_was_really_spent_takes_the_place_of_what_was_reserved() -> None:
    spend = MemorySpend()
    ask(budgeted(costing(7), spend, 1000))
    assert spend.taken == {"account0": 7}


def test_a_call_that_does_not_fit_is_not_made() -> None:
    judge = costing(7)
    assert failed(budgeted(judge, MemorySpend(), 99)).kind == "budget_exhausted"
    assert judge.requests == []


def test_an_account_that_is_full_frees_what_another_had_reserved() -> None:
    spend = MemorySpend()
    failed(budgeted(costing(7), spend, 1000, 99))
    assert spend.taken["account0"] == 0


def test_an_unknown_price_is_refused_and_never_taken_as_nothing() -> None:
    judge = costing(7)
    assert failed(budgeted(judge, MemorySpend(), 10**9, most=None)).kind == "budget_exhausted"
    assert judge.requests == []


def test_a_cost_that_is_not_known_counts_as_all_that_was_reserved() -> None:
    spend = MemorySpend()
    ask(budgeted(costing(None), spend, 1000))
    failed(budgeted(costing(None, JudgeError(kind="timeout")), spend, 1000))
    assert spend.taken == {"account0": 200}


def test_a_hundred_callers_at_the_edge_spend_no_more_than_there_is() -> None:
    judge, spend = ScriptedJudge([{}], seconds=0.001, usage=Usage(1, 1, 100)), MemorySpend()
    limited = budgeted(judge, spend, 1000)

    async def crowd(request: JudgeRequest) -> None:
        calls = [limited.judge(request, deadline=now() + 5) for _ in range(100)]
        await asyncio.gather(*calls, return_exceptions=True)

    asyncio.run(crowd(REQUEST))
    assert (len(judge.requests), spend.taken) == (10, {"account0": 1000})


def test_a_cancelled_call_counts_as_all_that_was_reserved() -> None:
    spend = MemorySpend()

    async def cancelled() -> None:
        task = asyncio.ensure_future(
            budgeted(ScriptedJudge([{}], seconds=9.0), spend, 1000).judge(REQUEST, deadline=now() + 60)
        )
        await asyncio.sleep(0.01)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    asyncio.run(cancelled())
    assert spend.taken == {"account0": 100}
