"""What judges cost, kept in the database."""

import asyncio

from grader.judge import Allowance, Spend
from grader.storage import Database, SqlSpend


def test_of_many_at_once_only_as_many_as_fit_may_spend(database: Database, tenant: str) -> None:
    spend: Spend = SqlSpend(database, tenant)

    async def use() -> list[bool]:
        day = Allowance("day:2026-01-31", 1000)
        return await asyncio.gather(*(spend.reserve(day, 300) for _ in range(20)))

    assert sum(asyncio.run(use())) == 3


def test_what_was_not_spent_can_be_spent_again(database: Database, tenant: str) -> None:
    async def use() -> list[bool]:
        spend, day = SqlSpend(database, tenant), Allowance("day:2026-01-31", 1000)
        first = await spend.reserve(day, 900)
        second = await spend.reserve(day, 900)
        await spend.settle(day.account, 900, 100)
        return [first, second, await spend.reserve(day, 900), await spend.reserve(day, 1)]

    assert asyncio.run(use()) == [True, False, True, False]


def test_each_tenant_and_account_has_its_own(database: Database, tenant: str) -> None:
    async def use() -> list[bool]:
        day, batch = Allowance("day:2026-01-31", 10), Allowance("batch:1", 10)
        mine, other = SqlSpend(database, tenant), SqlSpend(database, tenant + "x")
        return [await mine.reserve(day, 10), await mine.reserve(batch, 10), await other.reserve(day, 10)]

    assert asyncio.run(use()) == [True, True, True]
