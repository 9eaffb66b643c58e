"""From a body to rows in the storage."""

import os
from contextlib import suppress
from pathlib import Path

import pytest

from grader.batches.intake import LOST

from .making import WHO, Bench, rows


def test_a_batch_is_read_from_its_file_which_then_is_gone(bench: Bench, tmp_path: Path) -> None:
    batch = bench.send(rows(2500))
    bench.intake.take(batch)
    found = bench.batching.standing(WHO, batch.id)
    assert (found.batch.state, found.counts.total, found.counts.pending) == ("queued", 2500, 2500)
    assert os.listdir(tmp_path / "spool") == []


def test_reading_again_after_a_crash_makes_no_row_twice(bench: Bench) -> None:
    batch = bench.send(rows(1500))
    copy = (path := bench.intake._folder / batch.spool).read_bytes()
    bench.intake.take(batch)
    path.write_bytes(copy)
    bench.intake.take(batch)
    assert bench.batching.standing(WHO, batch.id).counts.total == 1500


@pytest.mark.parametrize(("body", "why"), [([], "no rows"), (["a\n\0\n"], "Line 2"), (["\n\n"], "no rows")])
def test_a_file_that_cannot_be_read_fails_its_batch(bench: Bench, body: list[str], why: str) -> None:
    found = bench.done(body)
    assert found.batch.state == "failed"
    assert why in (found.batch.fault or "")


def test_a_file_that_was_lost_fails_its_batch(bench: Bench) -> None:
    batch = bench.send(rows(1))
    bench.intake.discard(batch.spool)
    bench.engine.run()
    assert bench.batching.standing(WHO, batch.id).batch.fault == LOST


def test_an_upload_that_broke_off_leaves_no_file(bench: Bench, tmp_path: Path) -> None:
    with suppress(RuntimeError), bench.intake.spool() as spool:
        spool.write(b"half")
        raise RuntimeError
    assert os.listdir(tmp_path / "spool") == []


def test_old_files_that_no_batch_knows_are_swept_away(bench: Bench, tmp_path: Path) -> None:
    batch = bench.send(rows(1))
    (tmp_path / "spool" / "spl_old.jsonl").write_bytes(b"x")
    bench.intake.sweep(seconds=-1)
    assert os.listdir(tmp_path / "spool") == [batch.spool]


def test_a_spool_file_is_for_its_owner_only(bench: Bench) -> None:
    with bench.intake.spool() as spool:
        assert spool.path.stat().st_mode & 0o777 == 0o600
        spool.finish()


def test_a_batch_cancelled_while_it_is_read_takes_no_more_rows(bench: Bench) -> None:
    batch = bench.send(rows(5))
    bench.batching.cancel(WHO, batch.id)
    bench.intake.take(batch)
    assert bench.batching.standing(WHO, batch.id).counts.total == 0
