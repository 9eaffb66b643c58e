"""The bar."""

import pytest

from grader.cli.batch_progress import Progress, bar, clock


def test_the_bar_tells_rate_and_time_to_go() -> None:
    assert bar(500, 1000, 10.0) == "#" * 15 + "." * 15 + " 500 of 1,000, 50/s, 0:10 to go"
    assert bar(0, 0, 0.0) == "#" * 30 + " 0 of 0, 0/s, 0:00 to go"


def test_a_long_time_has_hours() -> None:
    assert (clock(59.6), clock(3661)) == ("1:00", "1:01:01")


def test_without_a_terminal_nothing_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress(1) as progress:
        progress.step(1)
    assert capsys.readouterr() == ("", "")
