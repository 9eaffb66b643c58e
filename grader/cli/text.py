"""The answer's text: an argument, a file, or standard input."""

import sys
from pathlib import Path
from typing import BinaryIO

import typer

from grader.errors import AnswerRefused, FileFault

# No text of more bytes can have as few characters as are graded: 20,000 of at most four bytes.
MOST_BYTES = 80_000
TOO_LONG = f"The answer is larger than {MOST_BYTES:,} bytes. Shorten it."


def read_text(text: str | None, file: Path | None = None) -> str:
    """Return the text given, that of a file, or (`-`, or nothing on a pipe) standard input.

    Raises AnswerRefused for text that is too long or not UTF-8, FileFault for a file that cannot be read.
    """
    if file is not None and text is not None:
        raise typer.BadParameter("give the answer either as text or with --file, not both", param_hint="--file")
    if file is not None:
        return _of_file(file)
    if text is not None and text != "-":
        return text
    return _of_standard_input(asked=text == "-")


def checked_label(text: str | None, option: str) -> str | None:
    """Return a label of the client's, 1 to 200 printable characters as over HTTP. Raises BadParameter."""
    if text is not None and not (text.isprintable() and 1 <= len(text) <= 200):
        raise typer.BadParameter("give 1 to 200 printable characters", param_hint=option)
    return text


def _of_file(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            return _read(stream)
    except OSError as cause:
        raise FileFault(f"The file cannot be read ({cause.strerror}).", path=str(file)) from cause


def _of_standard_input(*, asked: bool) -> str:
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None or (sys.stdin.isatty() and not asked):
        raise typer.BadParameter("write the answer, or `-` and pipe it in, or use --file", param_hint="TEXT")
    return _read(stream)


def _read(stream: BinaryIO) -> str:
    data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise AnswerRefused(TOO_LONG)
    try:
        return data.decode("utf-8-sig").removesuffix("\n").removesuffix("\r")
    except UnicodeDecodeError as cause:
        raise AnswerRefused(f"The answer is not UTF-8 at byte {cause.start}. Save it as UTF-8.") from cause
