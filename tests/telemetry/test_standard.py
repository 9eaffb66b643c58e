"""Lines of libraries: which one, not what."""

import io
import logging

from grader.telemetry import configure, forward, silence
from grader.telemetry.standard import Forwarding

CANARY = "canary-7f3a"


def test_a_library_is_named_but_not_quoted() -> None:
    lines = io.StringIO()
    configure(lines)
    logger = logging.Logger("uvicorn.error")
    logger.addHandler(Forwarding())
    try:
        raise ValueError(CANARY)
    except ValueError:
        logger.exception("failed for %s", CANARY)
    silence()
    assert CANARY not in lines.getvalue()
    assert '"logger": "uvicorn.error"' in lines.getvalue()
    assert '"kind": "ValueError"' in lines.getvalue()


def test_a_library_that_is_forwarded_twice_is_told_of_once() -> None:
    forward("some.library")
    forward("some.library")
    assert [type(known) for known in logging.getLogger("some.library").handlers] == [Forwarding]
