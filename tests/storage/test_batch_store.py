"""All of a step or nothing."""

import pytest

from grader.batches import Result
from grader.storage import Database

from .batching import kept_batch


def test_a_step_that_fails_leaves_nothing(database: Database, tenant: str) -> None:
    store, batch = kept_batch(database, tenant, rows=1)

    def work(unit: object) -> None:
        unit.results.keep(batch, [Result(0, "graded")])  # type: ignore[attr-defined]
        raise RuntimeError("crash")

    with pytest.raises(RuntimeError, match="crash"):
        store.write(work)
    assert store.read(lambda unit: unit.results.done(batch.id)) == {}
