"""A batch in the database, for tests."""

from secrets import token_hex

from grader.batches import Batch, Order, Row
from grader.grading import utc_now
from grader.storage import Database, SqlBatchStore


def kept_batch(database: Database, tenant: str, rows: int = 0, state: str = "running") -> tuple[SqlBatchStore, Batch]:
    """A batch with so many rows, in a state."""
    store, now = SqlBatchStore(database), utc_now()
    name = f"bat_{token_hex(13)}"
    batch = Batch(name, tenant, state, Order(rubric="a/b"), now, "me", now, now, "spl", "sha256:" + "0" * 64)  # type: ignore[arg-type]
    store.write(lambda unit: unit.batches.add(batch))
    if rows:
        store.write(lambda unit: unit.rows.put(batch, [Row(at, f'{{"answer":"{at}"}}') for at in range(rows)]))
    return store, store.read(lambda unit: unit.batches.get(tenant, batch.id))
