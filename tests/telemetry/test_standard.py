"""Lines of libraries: which one, not what."""

import io
import logging

from grader.telemetry import Forwarding, configure, silence

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
