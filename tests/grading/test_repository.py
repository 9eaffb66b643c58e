"""The ports to what is kept."""

from dataclasses import fields

from grader.grading import Unit


def test_one_transaction_reaches_everything_that_is_kept() -> None:
    names = {field.name for field in fields(Unit)}
    assert names == {
        "grades",
        "changes",
        "sent",
        "rulings",
        "scorecards",
        "contents",
        "rubrics",
        "assessments",
        "audit",
        "idempotency",
    }
