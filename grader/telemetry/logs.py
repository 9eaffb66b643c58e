"""Log lines: one JSON object each, of fields that are allowed by name. Everything else is left out."""

import json
import sys
from collections.abc import Iterator
from itertools import islice
from types import TracebackType
from typing import Any, TextIO

import structlog
from structlog.typing import EventDict, WrappedLogger

FIELDS = frozenset(
    {
        "time", "level", "event", "request_id", "method", "route", "status", "milliseconds", "tenant", "key_id",
        "grade", "batch", "model", "kind", "error", "where", "logger", "count", "port", "version", "check", "seconds",
    }
)  # fmt: skip
"""No field may hold what a client sent: a route is the template, never the address."""

LONGEST = 200
_FRAMES = 12


def configure(stream: TextIO | None = None) -> None:
    """Send log lines to a stream, by default to standard error."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True, key="time"),
            allowed,
            structlog.processors.JSONRenderer(serializer=json.dumps),
        ],
        logger_factory=structlog.WriteLoggerFactory(stream or sys.stderr),
        cache_logger_on_first_use=False,
    )


def silence() -> None:
    """Write no more lines, until logging is set up again."""
    structlog.reset_defaults()


def log(event: str, *, level: str = "info", error: BaseException | None = None, **fields: Any) -> None:
    """Write a line, if logging was set up. Of an error only its type and its places are told, never its text."""
    if structlog.is_configured():
        told = {} if error is None else {"error": type(error).__name__, "where": where(error)}
        getattr(structlog.get_logger(), level)(event, **told, **fields)


def allowed(_: WrappedLogger, __: str, line: EventDict) -> EventDict:
    """Return a line with allowed fields only, long texts cut."""
    return {name: _cut(value) for name, value in line.items() if name in FIELDS}


def where(error: BaseException) -> str:
    """Return the places that an error came through, the innermost first."""
    places = [f"{frame.rpartition('/')[2]}" for frame in _frames(error.__traceback__)]
    return " < ".join(islice(reversed(places), _FRAMES))


def _frames(trace: TracebackType | None) -> Iterator[str]:
    while trace is not None:
        code = trace.tb_frame.f_code
        yield f"{code.co_filename}:{trace.tb_lineno}:{code.co_name}"
        trace = trace.tb_next


def _cut(value: object) -> object:
    return value if isinstance(value, int | float) or value is None else str(value)[:LONGEST]
