"""What judges said of rows, kept as soon as they said it."""

import asyncio
from pathlib import Path

import pytest

from grader.batches import Batch, KeptReplies, Place
from grader.batches.call import PLACE
from grader.bootstrap import kept, services
from grader.errors import StorageFault
from grader.settings import Settings
from tests.storage.test_erasure import left

from .making import WHO, Bench, rows

SAID = "CANARY of a judge"


def put(bench: Bench, batch: Batch, row: int, *, worker: str = "w-1") -> None:
    PLACE.set(Place(batch.id, row, worker))
    asyncio.run(KeptReplies(bench.store).put("key", SAID))


def get(bench: Bench, batch: Batch, row: int) -> str | None:
    PLACE.set(Place(batch.id, row, "w-1"))
    return asyncio.run(KeptReplies(bench.store).get("key"))


def taken(bench: Bench, candidate: str = "c") -> Batch:
    batch = bench.send([{**row, "candidate": candidate} for row in rows(2)])
    bench.intake.take(batch)
    return batch


def test_a_reply_is_there_for_every_row_of_the_tenant(bench: Bench) -> None:
    batch, other = taken(bench), taken(bench)
    assert get(bench, batch, 0) is None
    put(bench, batch, 0)
    assert get(bench, batch, 1) == get(bench, other, 0) == SAID


def test_a_worker_that_was_taken_over_keeps_nothing(bench: Bench) -> None:
    batch = taken(bench)
    put(bench, batch, 0, worker="w-dead")
    assert get(bench, batch, 0) is None


def test_a_fault_of_the_storage_is_no_fault_of_the_judge(bench: Bench, tmp_path: Path) -> None:
    batch = taken(bench)
    bench.database.close()
    for path in tmp_path.glob("grader.db*"):
        path.write_bytes(b"no database" * 1000)
    with pytest.raises(StorageFault):
        bench.store.read(lambda unit: unit.replies.get(Place(batch.id, 0, "w-1"), "key"))
    put(bench, batch, 0)
    assert get(bench, batch, 0) is None


def test_of_an_erased_row_nothing_that_a_judge_said_is_left_or_comes_later(bench: Bench, tmp_path: Path) -> None:
    batch = taken(bench, "gone")
    put(bench, batch, 0)
    kept(bench.database, services(Settings())).erasing.erase_candidate(WHO, "gone")
    assert get(bench, batch, 0) is None
    put(bench, batch, 0)
    assert get(bench, batch, 0) is None
    assert left(tmp_path, SAID) == []


def test_a_batch_that_is_deleted_takes_with_it_what_a_judge_said(bench: Bench) -> None:
    batch, other = bench.done(rows(1)).batch, taken(bench)
    put(bench, batch, 0)
    bench.batching.erase(WHO, batch.id)
    assert get(bench, other, 0) is None
