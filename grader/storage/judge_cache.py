"""What judges said, kept in the database for one tenant. It quotes answers: an erasure empties it."""

from asyncio import to_thread
from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Connection, select

from .database import Database
from .engine import insert_if_new
from .instants import to_text
from .tables import judge_cache


class SqlJudgeCache:
    """Keeps texts by key; the first one under a key stays."""

    def __init__(
        self, database: Database, tenant: str, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._database, self._tenant, self._now = database, tenant, now

    async def get(self, key: str) -> str | None:
        """Return the text that was put under a key, or None."""
        mine = judge_cache.c.tenant == self._tenant, judge_cache.c.key == key
        asked = select(judge_cache.c.document).where(*mine)

        def work(connection: Connection) -> str | None:
            return connection.execute(asked).scalar()

        return await to_thread(self._database.read, work)

    async def put(self, key: str, text: str) -> None:
        """Keep a text under a key."""
        row = {"tenant": self._tenant, "key": key, "document": text, "made": to_text(self._now())}
        await to_thread(self._database.write, lambda connection: insert_if_new(connection, judge_cache, row))
