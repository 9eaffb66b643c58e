"""Readiness: named checks, each with a time limit; what a check says of a fault is for the operator."""

import shutil
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as Late
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from grader.errors import GraderError

from .logs import log

SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Check:
    """A check: `run` returns if all is well, else it raises. Without `vital`, a fault only degrades the service."""

    name: str
    run: Callable[[], object]
    vital: bool = True


@dataclass(frozen=True, slots=True)
class Finding:
    """What came of a check: `fault` is empty if all is well."""

    name: str
    vital: bool
    fault: str = ""


def examine(checks: Sequence[Check], seconds: float = SECONDS) -> tuple[Finding, ...]:
    """Run all checks at once and return what came of each; one that takes longer than the limit has failed."""
    pool = ThreadPoolExecutor(max_workers=max(1, len(checks)), thread_name_prefix="grader-check")
    try:
        end, running = monotonic() + seconds, [pool.submit(check.run) for check in checks]
        return tuple(
            Finding(check.name, check.vital, _fault(check.name, run, end))
            for check, run in zip(checks, running, strict=True)
        )
    finally:
        pool.shutdown(wait=False)


def disk_check(folder: Path, floor: int) -> Check:
    """Return a check that a folder's disk has at least `floor` bytes free."""

    def run() -> None:
        if shutil.disk_usage(folder).free < floor:
            raise GraderError("The disk is nearly full: free some space.")

    return Check("disk", run)


def _fault(name: str, running: "Future[object]", end: float) -> str:
    try:
        running.result(max(0.0, end - monotonic()))
    except Late:
        return "It took too long."
    except GraderError as error:
        return str(error)
    except Exception as error:  # any fault of a check is its finding; its text may hold what is not to be shown
        log("check failed", level="error", check=name, error=error)
        return type(error).__name__
    return ""
