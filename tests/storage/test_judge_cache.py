"""What judges said, kept in the database."""

import asyncio

from grader.judge import JudgeCache
from grader.storage import Database, SqlJudgeCache, SqlStore


def test_a_text_is_found_by_its_key_within_its_tenant(database: Database, tenant: str) -> None:
    async def use() -> list[str | None]:
        mine: JudgeCache = SqlJudgeCache(database, tenant)
        before = await mine.get("k")
        await mine.put("k", "said \N{SNOWMAN}")
        await mine.put("k", "said later")
        return [before, await mine.get("k"), await SqlJudgeCache(database, tenant + "x").get("k")]

    assert asyncio.run(use()) == [None, "said \N{SNOWMAN}", None]


def test_an_erasure_empties_it(database: Database, store: SqlStore, tenant: str) -> None:
    cache = SqlJudgeCache(database, tenant)
    asyncio.run(cache.put("k", "it quotes the answer"))
    store.write(lambda unit: unit.changes.erase(tenant, ()))
    assert asyncio.run(cache.get("k")) is None
