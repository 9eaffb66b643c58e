"""What judges said of the rows of batches, in the judge's cache of the row's tenant."""

from sqlalchemy import Connection, and_, select

from grader.batches import Place
from grader.grading import utc_now

from .batch_followers import ERASED
from .batch_tables import batch_rows
from .engine import insert_if_new
from .instants import to_text
from .tables import judge_cache


class SqlReplies:
    """Replies by key, for rows that are there."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, place: Place, key: str) -> str | None:
        """Return the reply under a key of the row's tenant, or None."""
        same = batch_rows.c.tenant == judge_cache.c.tenant
        mine = and_(batch_rows.c.batch == place.batch, batch_rows.c.number == place.row, judge_cache.c.key == key)
        asked = select(judge_cache.c.document).select_from(batch_rows.join(judge_cache, same)).where(mine)
        return self._connection.execute(asked).scalar()

    def put(self, place: Place, key: str, text: str) -> None:
        """Keep a reply for the row's tenant, unless the row was erased: a reply quotes its answer."""
        mine = and_(batch_rows.c.batch == place.batch, batch_rows.c.number == place.row)
        asked = select(batch_rows.c.tenant).where(mine, batch_rows.c.document != ERASED).with_for_update(read=True)
        tenant = self._connection.execute(asked).scalar()
        if tenant is not None:
            row = {"tenant": tenant, "key": key, "document": text, "made": to_text(utc_now())}
            insert_if_new(self._connection, judge_cache, row)
