"""Writes the finished output beside its place and moves it there: never half a file under the final name."""

import csv
import io
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

from grader.batches.files import plain_row, write_xlsx

from .outcome import Done
from .table import cells, header

DELIMITED = {".csv": ",", ".tsv": "\t"}
ENDINGS = (".jsonl", ".csv", ".tsv", ".xlsx")


def write_table(path: Path, given: Sequence[str], outcomes: Iterable[Done]) -> None:
    """Write outcomes as CSV, TSV or a workbook, by the path's ending; `given` are the columns of the input."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("wb") as stream:
            _write(stream, path.suffix.lower(), given, outcomes)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _write(stream: BinaryIO, ending: str, given: Sequence[str], outcomes: Iterable[Done]) -> None:
    rows = (cells(done, given) for done in outcomes)
    if ending == ".xlsx":
        write_xlsx(stream, header(given), rows)
        return
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="backslashreplace", newline="")
    writer = csv.writer(text, delimiter=DELIMITED[ending])
    writer.writerow(plain_row(header(given)))
    writer.writerows(map(plain_row, rows))
    text.flush()
    text.detach()
