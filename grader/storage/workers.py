"""Workers in the database: who is alive, on its clock, and what they are about to ask a judge."""

from sqlalchemy import Connection, delete, func, insert, select, update

from grader.batches import Call
from grader.errors import BatchStopped

from .batch_tables import batches, judge_calls, workers
from .engine import hold_briefly, seconds_now
from .instants import to_text

CLAIM_SECONDS = 10.0
HELD_SECONDS = 5.0


class SqlWorkers:
    """Workers by id."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def join(self, worker: str) -> None:
        """Note that a worker begins."""
        self._connection.execute(delete(workers).where(workers.c.id == worker))
        row = {"tenant": "", "id": worker, "beat": seconds_now(self._connection), "buried": False, "claimed": 0.0}
        self._connection.execute(insert(workers), row)

    def beat(self, worker: str) -> bool:
        """Note that a worker lives; return False if it was buried meanwhile."""
        hold_briefly(self._connection, HELD_SECONDS)
        now = seconds_now(self._connection)
        mine = update(workers).where(workers.c.id == worker, workers.c.buried.is_(False)).values(beat=now)
        return self._connection.execute(mine).rowcount > 0

    def holds(self, worker: str) -> bool:
        """Return whether a worker was not buried, and let nobody bury it before this transaction ends."""
        hold_briefly(self._connection, HELD_SECONDS)
        asked = select(workers.c.buried).where(workers.c.id == worker).with_for_update(read=True)
        return self._connection.execute(asked).scalar() is False

    def bury(self, by: str, silent: float) -> tuple[str, ...]:
        """Return the workers that were silent for so many seconds, or left: from now on nothing of theirs is kept."""
        now = seconds_now(self._connection)
        late = (workers.c.beat < now - silent) & (workers.c.claimed < now - CLAIM_SECONDS) & (workers.c.id != by)
        found = tuple(self._connection.execute(select(workers.c.id).where(late).with_for_update()).scalars())
        if found:
            values = {"buried": True, "claimed": now}
            self._connection.execute(update(workers).where(workers.c.id.in_(found)).values(values))
        return found

    def forget(self, worker: str) -> None:
        """Take a buried worker off the list: its work was taken over."""
        self._connection.execute(delete(workers).where(workers.c.id == worker, workers.c.buried))

    def leave(self, worker: str) -> None:
        """Note that a worker ends, so that others take its work over at once."""
        self._connection.execute(update(workers).where(workers.c.id == worker).values(beat=0.0, buried=True))


class SqlCalls:
    """The judge's calls, each logged before it is made."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, call: Call) -> None:
        """Log a call that is about to be made. Raises BatchStopped where none may be made."""
        asked = select(batches.c.state, batches.c.tenant).where(batches.c.id == call.place.batch)
        row = self._connection.execute(asked.with_for_update(read=True)).first()
        if row is None or row.state != "running":
            raise BatchStopped
        place = {"tenant": row.tenant, "batch": call.place.batch, "number": call.place.row}
        values = {"worker": call.place.worker, "model": call.model, "made": to_text(call.made)}
        self._connection.execute(insert(judge_calls), place | values)

    def count(self, batch_id: str) -> int:
        """Return how many calls were made for a batch."""
        asked = select(func.count()).select_from(judge_calls).where(judge_calls.c.batch == batch_id)
        return self._connection.execute(asked).scalar_one()
