"""The engine in process."""

from .making import WHO, Bench, rows


def test_several_batches_are_worked_off_in_one_round(bench: Bench) -> None:
    ids = [bench.send(rows(number)).id for number in (1, 2, 3)]
    bench.engine.run()
    found = [bench.batching.standing(WHO, batch_id) for batch_id in ids]
    assert [(each.batch.state, each.counts.total) for each in found] == [("completed", n) for n in (1, 2, 3)]


def test_a_batch_of_several_chunks_is_graded_whole(bench: Bench) -> None:
    found = bench.done([{"answer": ""}] * 2100)
    assert (found.counts.total, found.counts.pending) == (2100, 0)
