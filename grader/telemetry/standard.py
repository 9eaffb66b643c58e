"""Lines of the standard logging module, of libraries that know no other: told by kind, never by their text."""

import logging

from .logs import log


class Forwarding(logging.Handler):
    """Passes on which library had something to say, and at which level; its words may hold what a client sent."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line for a record."""
        error = record.exc_info[1] if record.exc_info else None
        level = "error" if record.levelno >= logging.ERROR else "warning"
        kind = type(error).__name__ if error else None
        log("library", level=level, logger=record.name, where=f"{record.module}:{record.lineno}", kind=kind)


def forward(name: str) -> None:
    """Write a line for what a library says, in place of its own words on standard error."""
    logger = logging.getLogger(name)
    if not any(isinstance(known, Forwarding) for known in logger.handlers):
        logger.addHandler(Forwarding())
