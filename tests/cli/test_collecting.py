"""Collecting garbage does not stop the service to look at what stays."""

import gc

from grader.cli.collecting import leave_out_what_stays


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
