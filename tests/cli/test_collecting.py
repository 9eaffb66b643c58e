"""Collecting garbage does not stop the service to look at what stays."""

import gc

import pytest

from grader.cli.collecting import leave_out_what_stays, nothing_collected
from grader.errors import GraderError


def test_what_is_there_is_not_looked_at_again() -> None:
    stays, before = [["rubric"]], gc.get_threshold()
    leave_out_what_stays()
    try:
        assert gc.get_freeze_count() > 0
        assert gc.get_threshold()[0] > before[0]
        assert all(each is not stays for each in gc.get_objects())
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
    assert any(each is stays for each in gc.get_objects())


def test_nothing_is_collected_while_a_block_loads() -> None:
    with nothing_collected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_ends_the_block_does_not_end_collecting() -> None:
    with pytest.raises(GraderError), nothing_collected():
        raise GraderError
    assert gc.isenabled()
