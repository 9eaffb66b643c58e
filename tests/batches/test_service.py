"""Use cases, over the real storage."""

import pytest

from grader.access import ROLES, Principal
from grader.batches import Order
from grader.errors import UnknownBatch, UnknownWebhook, WebhookRefused

from .making import RUBRIC, WHO, Bench, rows

STRANGER = Principal("other", "stranger", ROLES["admin"])


def test_every_row_gets_a_result_in_the_order_that_it_came_in(bench: Bench) -> None:
    found = bench.done([*rows(3), "not json\n", {"id": "x", "rubric": "no-such-rubric", "answer": "a"}])
    assert found.batch.state == "completed"
    assert (found.counts.total, found.counts.failed, found.counts.pending) == (5, 2, 0)
    *lines, end = bench.lines(found.batch.id)
    assert [line["row"] for line in lines] == [0, 1, 2, 3, 4]
    assert [line["grade"] is None for line in lines] == [False, False, False, True, True]
    assert end["rows"] == 5


def test_blank_answers_are_graded_as_blank(bench: Bench) -> None:
    found = bench.done([{"id": "a", "answer": ""}])
    grade = bench.lines(found.batch.id)[0]["grade"]
    assert isinstance(grade, dict)
    assert (grade["score"], grade["flags"]) == (0.0, ["blank"])


def test_a_csv_file_is_a_batch_too(bench: Bench) -> None:
    found = bench.done(["id,rubric,answer\n", f'a-1,{RUBRIC},"Slow, costly queries"\n'], Order(), ".csv")
    assert (found.batch.state, found.counts.total, found.counts.failed) == ("completed", 1, 0)


def test_candidates_get_their_totals(bench: Bench) -> None:
    found = bench.done(rows(6))
    summaries = bench.batching.candidates(WHO, found.batch.id)
    assert [(each.candidate, each.rows, each.doubled) for each in summaries] == [
        ("c-0", 2, (RUBRIC,)), ("c-1", 2, (RUBRIC,)), ("c-2", 2, (RUBRIC,))
    ]  # fmt: skip


def test_a_row_that_failed_leaves_its_candidate_without_a_total(bench: Bench) -> None:
    lost = {"candidate": "c-0", "rubric": "no-such-rubric", "answer": "a"}
    found = bench.done([*rows(2), lost])
    first, second = bench.batching.candidates(WHO, found.batch.id)
    assert (first.candidate, first.rows, first.scored, first.total) == ("c-0", 2, 1, None)
    assert first.high >= 0.5
    assert second.total is not None
    board = bench.batching.board(WHO, found.batch.id, lambda boards: boards.candidates(found.batch.id))
    assert {each.candidate: (each.scored, each.rows) for each in board} == {"c-0": (1, 2), "c-1": (1, 1)}


def test_the_review_queue_begins_where_a_decision_would_change_most(bench: Bench) -> None:
    found = bench.done([{"answer": text} for text in ("cache", "slow queries maybe", "", *("nonsense",) * 200)])
    queue = bench.batching.review(WHO, found.batch.id, 1000)
    doubtful = [row for row in queue if row.outcome == "needs_review"]
    audited = [row for row in queue if row.audit]
    assert queue == (*doubtful, *audited)
    assert [row.swing for row in doubtful] == sorted((row.swing for row in doubtful), reverse=True)
    assert 1 <= len(audited) <= 30


def test_rows_are_read_as_they_were_sent_without_their_grades(bench: Bench) -> None:
    batch = bench.done(rows(3)).batch
    found = bench.batching.sent(WHO, batch.id, 0, 9)
    assert [(row.number, row.outcome is None, row.grade) for row in found] == [(1, False, None), (2, False, None)]
    with pytest.raises(UnknownBatch):
        bench.batching.sent(STRANGER, batch.id, -1, 9)


def test_another_tenant_finds_nothing(bench: Bench) -> None:
    found = bench.done(rows(1))
    for use in (bench.batching.standing, bench.batching.cancel, bench.batching.erase, bench.batching.candidates):
        with pytest.raises(UnknownBatch):
            use(STRANGER, found.batch.id)
    assert bench.batching.page(STRANGER, None, 10) == ()


def test_a_deleted_batch_leaves_nothing(bench: Bench) -> None:
    found = bench.done(rows(3))
    bench.batching.erase(WHO, found.batch.id)
    with pytest.raises(UnknownBatch):
        bench.batching.standing(WHO, found.batch.id)
    assert bench.store.read(lambda unit: unit.rows.page(found.batch.id, -1, 10)) == ()


def test_batches_are_listed_the_newest_first(bench: Bench) -> None:
    ids = [bench.send(rows(1)).id for _ in range(3)]
    assert [found.batch.id for found in bench.batching.page(WHO, None, 2)] == [ids[2], ids[1]]
    assert [found.batch.id for found in bench.batching.page(WHO, ids[1], 2)] == [ids[0]]


def test_webhooks_have_secrets_that_are_shown_once(bench: Bench) -> None:
    made, secret = bench.batching.add_webhook(WHO, "https://hooks.example.com/a")
    assert secret.startswith("whsec_")
    assert bench.batching.webhooks(WHO) == (made,)
    with pytest.raises(UnknownWebhook):
        bench.batching.remove_webhook(STRANGER, made.id)
    bench.batching.remove_webhook(WHO, made.id)
    assert bench.batching.webhooks(WHO) == ()
    with pytest.raises(WebhookRefused):
        bench.batching.add_webhook(WHO, "https://127.0.0.1/")
