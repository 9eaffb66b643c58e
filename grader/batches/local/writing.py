"""Writes the finished output beside its place and moves it there: never half a file under the final name."""

import csv
import io
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from grader.batches.files import plain_row, write_xlsx
from grader.errors import AnswersError

from .outcome import read_line
from .partial import outcomes_in
from .pool import in_order
from .table import Cell, cells, header

DELIMITED = {".csv": ",", ".tsv": "\t"}
ENDINGS = (".jsonl", ".csv", ".tsv", ".xlsx")
READ_AT_ONCE = 1 << 18


def write_table(path: Path, given: Sequence[str], lines: Path, processes: int = 1) -> None:
    """Write the outcomes in a file of lines as CSV, TSV or a workbook, by the path's ending.

    `given` are the columns of the input.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("wb") as stream:
            _write(stream, path.suffix.lower(), tuple(given), lines, processes)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _write(stream: BinaryIO, ending: str, given: tuple[str, ...], lines: Path, processes: int) -> None:
    if ending == ".xlsx":
        write_xlsx(stream, header(given), (cells(done, given) for done in outcomes_in(lines)))
        return
    rendered = Rendered(DELIMITED[ending], given)
    stream.write("\ufeff".encode() + rendered.rows([header(given)]))
    stream.writelines(in_order(rendered, partial(Rendered, DELIMITED[ending], given), _pieces(lines), processes))


def _pieces(path: Path) -> Iterator[list[bytes]]:
    with path.open("rb") as stream:
        while lines := stream.readlines(READ_AT_ONCE):
            yield lines


@dataclass(frozen=True, slots=True)
class Rendered:
    """Lines of the output as rows of a delimited table, as bytes."""

    delimiter: str
    given: tuple[str, ...]

    def __call__(self, lines: list[bytes]) -> bytes:
        """Return the rows. Raises AnswersError for a line that is none of the output."""
        return self.rows([self._cells(line) for line in lines])

    def rows(self, rows: Sequence[Sequence[Cell]]) -> bytes:
        """Return rows of cells; one that a spreadsheet would run is made plain."""
        text = io.StringIO(newline="")
        csv.writer(text, delimiter=self.delimiter).writerows(map(plain_row, rows))
        return text.getvalue().encode("utf-8", "backslashreplace")

    def _cells(self, line: bytes) -> list[Cell]:
        done = read_line(line.decode("utf-8"))
        if done is None:
            raise AnswersError("A line of the output that was begun was changed. Remove it to begin anew.")
        return cells(done, self.given)
