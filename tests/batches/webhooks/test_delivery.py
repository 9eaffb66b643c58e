"""What is kept of a delivery."""

from dataclasses import fields

from grader.batches import Delivery, Endpoint


def test_no_secret_and_nothing_of_a_reply_but_its_status_is_kept() -> None:
    assert "secret" not in {field.name for field in fields(Endpoint)}
    assert {field.name for field in fields(Delivery)} == {
        "id", "tenant", "webhook", "kind", "document", "made", "standing", "attempts", "due", "status"
    }  # fmt: skip
