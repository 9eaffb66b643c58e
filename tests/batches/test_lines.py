"""Results as lines."""

import hashlib
import json

from grader.batches import Kept, line_of
from grader.batches.lifecycle import begin
from grader.grading import utc_now

from .making import WHO, Bench, rows
from .test_cores import BATCH


def test_the_end_line_proves_that_nothing_was_cut_off(bench: Bench) -> None:
    found = bench.done(rows(1200))
    lines, text = bench.batching.lines(WHO, found.batch.id), ""
    while not lines.done:
        text += lines.step()
    body, end = text[: text.rindex("\n", 0, -1) + 1], json.loads(text.splitlines()[-1])
    assert end == {
        "object": "end", "rows": 1200, "state": "completed", "sha256": hashlib.sha256(body.encode()).hexdigest()
    }  # fmt: skip


def test_a_stream_waits_for_the_next_row_and_skips_none(bench: Bench) -> None:
    batch = bench.send(rows(3))
    bench.intake.take(batch)
    begin(bench.store, batch.id, utc_now())
    lines = bench.batching.lines(WHO, batch.id)
    assert (lines.step(), lines.done) == ("", False)
    bench.worker.grade_range(batch.id, 0, 1)
    bench.worker.grade_range(batch.id, 2, 3)
    assert [json.loads(line)["row"] for line in lines.step().splitlines()] == [0]
    bench.worker.grade_range(batch.id, 1, 2)
    assert [json.loads(line)["row"] for line in lines.step().splitlines()] == [1, 2]
    assert lines.step() == ""


def test_what_was_no_object_is_not_sent_on_as_one() -> None:
    for document in ("not json", "[1]", '{"a": NaN}', "5"):
        assert json.loads(line_of(Kept(0, document, "failed", None, "why"), BATCH))["sent"] is None
    assert json.loads(line_of(Kept(0, '{"a": 1}', None, None, None), BATCH)) == {
        "row": 0, "outcome": "pending", "sent": {"a": 1}, "grade": None, "error": None
    }  # fmt: skip
