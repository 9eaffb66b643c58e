"""What a batch comes to, over the real storage."""

import pytest

from grader.access import ROLES, Principal
from grader.batches import Filter
from grader.errors import UnknownBatch

from .making import RUBRIC, WHO, Bench, rows


def test_a_board_counts_every_row_once(bench: Bench) -> None:
    found = bench.done([*rows(5), {"answer": ""}])
    name = found.batch.id
    (question,) = bench.batching.board(WHO, name, lambda boards: boards.questions(name))
    assert (question.rubric, question.answers, sum(question.bins)) == (RUBRIC, 6, 6)
    counts = bench.batching.board(WHO, name, lambda boards: boards.concepts(WHO.tenant, name))
    assert {
        sum(each.answers for each in counts if each.concept == concept) for concept in {c.concept for c in counts}
    } == {6}
    people = bench.batching.board(WHO, name, lambda boards: boards.candidates(name))
    assert sorted(each.rows for each in people) == [1, 2, 2]
    assert len(bench.batching.board(WHO, name, lambda boards: boards.results(name, Filter(), -1, 10))) == 6


def test_another_tenant_sees_no_board(bench: Bench) -> None:
    name = bench.done(rows(1)).batch.id
    with pytest.raises(UnknownBatch):
        bench.batching.board(Principal("other", "x", ROLES["admin"]), name, lambda boards: boards.questions(name))
