"""The lines of a file of any length, each held to a limit, so that no line can fill the memory."""

import io
from collections.abc import Iterator
from typing import BinaryIO

from grader.errors import AnswersError

LONGEST_LINE = 1 << 20
"""Code points; the longest answer that is graded has 20,000."""


def lines(stream: BinaryIO, encoding: str, *, longest: int = LONGEST_LINE) -> Iterator[str | None]:
    """Yield each line with its ending; None for one that is longer than the limit.

    A byte that the encoding does not know becomes half a surrogate pair, which no answer may hold: it is never lost
    silently. Raises AnswersError for bytes that cannot be told from others.
    """
    text = io.TextIOWrapper(stream, encoding=encoding, errors="surrogateescape", newline="")
    try:
        while line := text.readline(longest):
            if len(line) < longest or line.endswith(("\n", "\r")):
                yield line
            else:
                _skip(text, longest)
                yield None
    except UnicodeError as cause:
        raise AnswersError(f"The file is not {encoding}: it is cut off, or its encoding is another.") from cause
    finally:
        if not stream.closed:
            text.detach()


def _skip(text: io.TextIOWrapper, longest: int) -> None:
    while (line := text.readline(longest)) and not line.endswith(("\n", "\r")):
        pass
