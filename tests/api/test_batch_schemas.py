"""How batches are shown."""

from grader.api.batch_schemas import batch_view, candidate_line, review_line
from grader.batches import Batch, Counts, Order, Result, Summary
from grader.grading import utc_now

NOW = utc_now()


def test_a_budget_is_shown_in_dollars() -> None:
    batch = Batch("bat_a", "t", "running", Order("a/b", "unsure", 2_500_000), NOW, "me", NOW, NOW, "spl", "sha256:")
    found = batch_view(batch, Counts(2, pending=1, graded=1))
    assert (found.budget, found.counts.pending, found.judge) == (2.5, 1, "unsure")
    assert "spl" not in found.model_dump_json()


def test_what_a_person_looks_at_names_its_grade() -> None:
    found = review_line(Result(3, "needs_review", "c", "a/b", 0.5, 0.25, 1.0, 0.5, grade="grd_1"))
    assert (found.row, found.score_low, found.score_high) == (3, 0.25, 1.0)
    assert found.grade == "grd_1"


def test_a_summary_says_how_many_are_scored() -> None:
    assert candidate_line(Summary("c", 12, 11, None, 0.1, 0.2, 3, ())).counted == "11 of 12"
