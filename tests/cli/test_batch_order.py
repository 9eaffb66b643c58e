"""What was asked of `grader batch run`."""

from pathlib import Path

from grader.cli.batch_order import Order


def test_by_default_everything_is_graded_anew() -> None:
    order = Order(Path("in"), Path("out"))
    assert (order.limit, order.sample, order.resume, order.retry_errors, order.said) == (None, None, False, False, {})
