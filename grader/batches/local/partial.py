"""The output while it grows: a line an answer, so that whatever ends the program leaves what is done."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from grader.errors import AnswersError

from .outcome import Done, read_line

WRITTEN_AT_ONCE = 64


class Partial:
    """A file of outcomes that is appended to, and becomes the output when it is whole."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._stream: BinaryIO | None = None
        self._waiting: list[str] = []

    def begin(self, kept: int) -> None:
        """Open it for appending after its first `kept` lines; what stands after them is cut off."""
        self._stream = self.path.open("r+b" if kept else "w+b")
        for _ in range(kept):
            self._stream.readline()
        self._stream.truncate(self._stream.tell())
        self._stream.seek(0, os.SEEK_END)

    def add(self, line: str) -> None:
        """Append a line."""
        self._waiting.append(line)
        if len(self._waiting) >= WRITTEN_AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Hand the lines that wait to the operating system."""
        assert self._stream is not None
        text, self._waiting = "".join(self._waiting), []
        # Half a surrogate pair in JSON is its escape.
        self._stream.write(text.encode("utf-8", "backslashreplace"))
        self._stream.flush()

    def close(self) -> None:
        """Write what waits, make it last and let go of the file."""
        if self._stream is not None:
            self.flush()
            os.fsync(self._stream.fileno())
            self._stream.close()
            self._stream = None


def outcomes_in(path: Path) -> Iterator[Done]:
    """Yield the outcomes in a file, up to the first line that is torn. Raises AnswersError."""
    try:
        with path.open(encoding="utf-8") as stream:
            for line in stream:
                done = read_line(line)
                if done is None:
                    return
                yield done
    except (OSError, UnicodeError) as cause:
        raise AnswersError("The output that was begun cannot be read. Remove it.", path=str(path)) from cause
