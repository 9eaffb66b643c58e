"""Readiness: named checks with a time limit."""

from pathlib import Path
from threading import Event

from grader.errors import GraderError
from grader.telemetry import Check, Finding, disk_check, examine


def test_a_check_that_returns_has_no_fault() -> None:
    assert examine((Check("a", lambda: None),)) == (Finding("a", vital=True),)


def test_a_fault_of_ours_is_told_in_its_words() -> None:
    def run() -> None:
        raise GraderError("Free some space.")

    assert examine((Check("a", run, vital=False),))[0] == Finding("a", vital=False, fault="Free some space.")


def test_of_any_other_fault_only_the_kind_is_told() -> None:
    assert examine((Check("a", lambda: int("canary")),))[0].fault == "ValueError"


def test_a_check_that_hangs_has_failed_and_holds_up_no_other() -> None:
    release = Event()
    found = examine((Check("a", release.wait), Check("b", lambda: None)), seconds=0.05)
    release.set()
    assert [finding.fault for finding in found] == ["It took too long.", ""]


def test_without_checks_there_is_nothing_to_find() -> None:
    assert examine(()) == ()


def test_a_disk_below_the_floor_is_a_fault(tmp_path: Path) -> None:
    found = examine((disk_check(tmp_path, 1), disk_check(tmp_path, 1 << 60)))
    assert [bool(finding.fault) for finding in found] == [False, True]
