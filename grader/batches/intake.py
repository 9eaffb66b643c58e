"""Take batches in: a body goes to a spool file, and from there, row by row, into the storage."""

import hashlib
import os
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from grader.errors import BatchRefused, BatchStopped, NoSuchPlace, StorageFull
from grader.grading import new_id, utc_now

from .batch import MOST_ROWS, Batch
from .cores import Shelves, questions_of
from .item import Row, candidate_of
from .lifecycle import end
from .reading import csv_documents, documents
from .repository import BatchStore, BatchUnit

PART = 1000
JSON_LINES, CSV = ".jsonl", ".csv"
ABANDONED = 3600.0
LOST = "The file was lost before it was read. Send it again."
NO_SPACE = (28, 122)  # ENOSPC, EDQUOT


class Spool:
    """A body on its way to a file that only its owner may read: bytes in, a digest out."""

    def __init__(self, folder: Path, name: str) -> None:
        self.path = folder / name
        self._digest = hashlib.sha256()
        self._file = os.fdopen(os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")

    def write(self, data: bytes) -> None:
        """Take bytes. Raises StorageFull."""
        self._digest.update(data)
        try:
            self._file.write(data)
        except OSError as error:
            raise _fault(error) from None

    def finish(self) -> str:
        """Return the digest of all bytes, once they are durable. Raises StorageFull."""
        try:
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError as error:
            raise _fault(error) from None
        return "sha256:" + self._digest.hexdigest()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        try:
            self._file.close()
        except OSError:
            kind = kind or OSError
        if kind is not None:
            self.path.unlink(missing_ok=True)


class Intake:
    """Spool files in a folder, and what becomes of them."""

    def __init__(self, folder: Path, store: BatchStore, shelves: Shelves) -> None:
        self._folder, self._store, self._shelves = folder, store, shelves

    def spool(self, ending: str = JSON_LINES) -> Spool:
        """Return a new spool file; its ending says what is in it. Raises StorageFull."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            return Spool(self._folder, new_id("spl") + ending)
        except OSError as error:
            raise _fault(error) from None

    def take(self, batch: Batch) -> None:
        """Read a batch that is being validated into the storage; again after a crash. Raises StorageFault."""
        path = self._folder / batch.spool
        try:
            self._read(batch, path)
        except BatchRefused as error:
            self._end(batch, str(error))
        except FileNotFoundError:
            self._end(batch, LOST)
        except BatchStopped:
            pass  # it was cancelled meanwhile
        path.unlink(missing_ok=True)

    def held(self, spool: str) -> Path:
        """Return the path of a file that is held here until someone says what to do with it. Raises NoSuchPlace."""
        path = self._folder / spool
        if path.parent != self._folder or not path.is_file():
            raise NoSuchPlace("The file is not here any more. Send it again.")
        return path

    def mine(self, batch: Batch) -> bool:
        """Return whether a batch's file is in this folder."""
        return (self._folder / batch.spool).exists()

    def discard(self, spool: str) -> None:
        """Delete a spool file, if it is still there."""
        (self._folder / spool).unlink(missing_ok=True)

    def sweep(self, seconds: float = ABANDONED) -> None:
        """Delete files that no batch knows and that nobody wrote to for so long: uploads that broke off."""
        if not self._folder.is_dir():
            return
        known = {batch.spool for batch in self._store.read(lambda unit: unit.lives.of(("validating",)))}
        for path in self._folder.iterdir():
            if path.name not in known and path.stat().st_mtime < time.time() - seconds:
                path.unlink(missing_ok=True)

    def _read(self, batch: Batch, path: Path) -> None:
        count = 0
        with path.open("rb") as file:
            for rows in _parts(_rows(self._documents(batch, file))):
                count += len(rows)
                if count > MOST_ROWS:
                    raise BatchRefused(f"A batch has at most {MOST_ROWS:,} rows.")
                self._put(batch, rows)
        if not count:
            raise BatchRefused("The file has no rows.")
        self._store.write(lambda unit: unit.lives.move(batch.id, "queued", utc_now()))

    def _documents(self, batch: Batch, file: BinaryIO) -> Iterator[str]:
        if batch.spool.endswith(CSV):
            questions = questions_of(self._shelves(batch.tenant), batch.id)
            return csv_documents(file, questions, batch.order.rubric)
        return documents(file)

    def _put(self, batch: Batch, rows: list[Row]) -> None:
        def work(unit: BatchUnit) -> None:
            found = unit.lives.find(batch.id)
            if found is None or found.state != "validating":
                raise BatchStopped
            unit.rows.put(batch, rows)

        self._store.write(work)

    def _end(self, batch: Batch, why: str) -> None:
        self._store.write(lambda unit: end(unit, batch.id, "failed", utc_now(), why))


def _rows(found: Iterable[str]) -> Iterator[Row]:
    return (Row(number, document, candidate_of(document)) for number, document in enumerate(found))


def _parts(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while part := list(islice(rows, PART)):
        yield part


def _fault(error: OSError) -> Exception:
    return StorageFull() if error.errno in NO_SPACE else error
