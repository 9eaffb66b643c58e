"""How far a batch is: a bar with rate and time to go, on standard error and only on a terminal."""

import sys
import time
from types import TracebackType
from typing import Self

SHOWN_EVERY = 0.2
WIDTH = 30


class Progress:
    """A bar, as long as a block runs; nothing if standard error is no terminal."""

    def __init__(self, total: int) -> None:
        self._total, self._done = total, 0
        self._began = self._shown = time.monotonic()
        self._on = sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._on:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def step(self, more: int) -> None:
        """So many more are done."""
        self._done += more
        now = time.monotonic()
        if self._on and now - self._shown >= SHOWN_EVERY:
            self._shown = now
            sys.stderr.write("\r\x1b[K" + bar(self._done, self._total, now - self._began))
            sys.stderr.flush()


def bar(done: int, total: int, seconds: float) -> str:
    """Return the bar: how many, of how many, answers a second, and how long it will still take."""
    rate = done / seconds if seconds else 0.0
    left = (total - done) / rate if rate else 0.0
    filled = WIDTH * done // total if total else WIDTH
    return f"{'#' * filled}{'.' * (WIDTH - filled)} {done:,} of {total:,}, {rate:,.0f}/s, {clock(left)} to go"


def clock(seconds: float) -> str:
    """Return a duration as hours, minutes and seconds."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
