"""What the options offer is what the grader knows."""

from typing import get_args

from grader.cli.options import Mode
from grader.matching import Mode as Known


def test_the_modes_offered_are_the_matchers() -> None:
    assert get_args(Mode) == get_args(Known)
