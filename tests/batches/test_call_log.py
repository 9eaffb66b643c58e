"""The log of calls refuses where none may be made."""

import asyncio

import pytest

from grader.batches import Call, Place, logging_to
from grader.batches.lifecycle import begin
from grader.errors import BatchStopped, WorkerLost
from grader.grading import utc_now

from .making import WHO, Bench, rows


def test_calls_are_counted_until_the_batch_or_the_worker_ends(bench: Bench) -> None:
    batch = bench.send(rows(1))
    bench.intake.take(batch)
    begin(bench.store, batch.id, utc_now())
    call = Call(Place(batch.id, 0, "w-1"), "m", utc_now())
    asyncio.run(_logged(bench, call))
    asyncio.run(_logged(bench, call))
    assert bench.store.read(lambda unit: unit.calls.count(batch.id)) == 2
    bench.batching.cancel(WHO, batch.id)
    with pytest.raises(BatchStopped):
        asyncio.run(_logged(bench, call))
    bench.store.write(lambda unit: unit.workers.leave("w-1"))
    with pytest.raises(WorkerLost):
        asyncio.run(_logged(bench, call))
    assert bench.store.read(lambda unit: unit.calls.count(batch.id)) == 2


async def _logged(bench: Bench, call: Call) -> None:
    await logging_to(bench.store, "w-1")(call)
