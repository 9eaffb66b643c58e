"""The output while it grows: a line an answer, so that whatever ends the program leaves what is done."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from grader.errors import AnswersError

from .outcome import Done, read_line


class Partial:
    """A file of outcomes that is appended to, and becomes the output when it is whole."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._stream: BinaryIO | None = None

    def begin(self, kept: int) -> None:
        """Open it for appending after its first `kept` lines; what stands after them is cut off."""
        self._stream = self.path.open("r+b" if kept else "w+b")
        for _ in range(kept):
            self._stream.readline()
        self._stream.truncate(self._stream.tell())
        self._stream.seek(0, os.SEEK_END)

    def add(self, lines: bytes) -> None:
        """Append whole lines and hand them to the operating system."""
        assert self._stream is not None
        self._stream.write(lines)
        self._stream.flush()

    def close(self) -> None:
        """Make what is written last and let go of the file."""
        if self._stream is not None:
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
