"""A rubric as a text that somebody sent or is writing: read as a file of rubrics is, and checked by the same lint."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from grader.errors import DocumentRefused, RubricError
from grader.rubric import Document, Rubric, read_document, read_rubric

from .lint import Finding, Library, lint

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Checked:
    """A rubric that was sent, or the fault that keeps it from being read, and what lint found."""

    rubric: Rubric | None
    line: int | None
    message: str | None
    findings: tuple[Finding, ...]


def parsed(text: str) -> Rubric:
    """Return the rubric that was sent. Raises DocumentRefused, which tells the line and not the text."""
    with _file(text) as path:
        try:
            return read_rubric(path)
        except RubricError as fault:
            raise DocumentRefused(line=fault.line) from None


def checked(text: str, library: Library) -> Checked:
    """Return what is wrong with a rubric that was sent. The words are for who sent it: they may quote it."""
    with _file(text) as path:
        found = lint([path], library).findings
        try:
            return Checked(read_rubric(path), None, None, found)
        except RubricError as fault:
            return Checked(None, fault.line, str(fault).removeprefix(f"{path}:{fault.line}: "), found)


@contextmanager
def _file(text: str) -> Iterator[Path]:
    """A file in the place that the rubric's id asks for."""
    with TemporaryDirectory(prefix="grader-") as folder:
        path = Path(folder) / "sent.yaml"
        path.write_bytes(text.encode("utf-8"))
        try:
            name = _name(read_document(path))
        except RubricError:
            name = "sent/sent"
        placed = Path(folder) / "rubrics" / f"{name}.yaml"
        placed.parent.mkdir(parents=True)
        yield path.rename(placed)


def _name(document: Document) -> str:
    name = document.data.get("id") if isinstance(document.data, dict) else None
    return name if isinstance(name, str) and len(name) <= 200 and _ID.fullmatch(name) else "sent/sent"
