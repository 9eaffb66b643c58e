"""The answer's text: an argument, a file, or standard input."""

import sys
from pathlib import Path

from grader.errors import AnswerRefused

MOST_BYTES = 256 * 1024


def read_text(text: str | None, file: Path | None = None) -> str:
    """Return the text given, that of a file, or (`-`, or nothing on a pipe) standard input. Raises AnswerRefused."""
    if file is not None:
        return _decoded(_read_file(file))
    if text is not None and text != "-":
        return text
    if text is None and sys.stdin.isatty():
        raise AnswerRefused("No answer was given. Write it after the rubric, or `-` and pipe it in, or use --file.")
    return _decoded(sys.stdin.buffer.read(MOST_BYTES + 1))


def _read_file(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError as cause:
        raise AnswerRefused(f"{file}: the file cannot be read ({cause.strerror}).") from cause


def _decoded(data: bytes) -> str:
    if len(data) > MOST_BYTES:
        raise AnswerRefused("The answer is larger than 256 KiB. Shorten it.")
    try:
        return data.decode("utf-8").removesuffix("\n")
    except UnicodeDecodeError as cause:
        raise AnswerRefused(f"The answer is not UTF-8 at byte {cause.start}. Convert it.") from cause
