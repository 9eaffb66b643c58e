"""Whether a workbook may be unpacked: its declared sizes, before anything reads it."""

import zipfile
from typing import BinaryIO

from grader.errors import AnswersError

MOST_FILES = 1000
MOST_BYTES = 256 * 1024 * 1024
MOST_RATIO = 100
SMALL = 1024 * 1024


def check_archive(stream: BinaryIO, path: str = "") -> None:
    """Raise AnswersError for a workbook that would unpack to too much, or is none; rewind the stream."""
    stream.seek(0)
    try:
        with zipfile.ZipFile(stream) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as cause:
        raise AnswersError("The file is not a whole workbook. Save it again as .xlsx or .csv.", path=path) from cause
    total = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_FILES or total > MOST_BYTES:
        message = f"The workbook unpacks to {total // SMALL:,} MiB in {len(entries):,} files. Save the sheet as .csv."
        raise AnswersError(message, path=path)
    if any(_is_bomb(entry) for entry in entries):
        raise AnswersError("The workbook unpacks to more than 100 times its size. Save the sheet as .csv.", path=path)
    stream.seek(0)


def _is_bomb(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > SMALL and entry.file_size > MOST_RATIO * max(entry.compress_size, 1)
