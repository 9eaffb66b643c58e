"""A rubric as it was sent, YAML or JSON: read as a file of rubrics is, and checked by the same lint."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from fastapi import Request

from grader.authoring import Finding, Library, lint
from grader.errors import DocumentRefused, NotYaml, RubricError
from grader.rubric import Document, Rubric, read_document, read_rubric

KINDS = ("application/json", "application/yaml", "application/x-yaml", "text/yaml")
EXAMPLE = {
    "id": "toy/how-to-scale",
    "question": "How to scale?",
    "concepts": [
        {
            "id": "scale-out",
            "source": "more servers",
            "expect": "more servers | scale out",
            "feedback": "Think of growth.",
            "hint": "Traffic doubles. What now?",
        }
    ],
}
BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "description": "A rubric file, at most 256 KiB; `grader rubric schema` prints its schema.",
        "content": {
            "application/yaml": {"schema": {"type": "string"}},
            "application/json": {"schema": {"title": "Rubric"}, "example": EXAMPLE},
        },
    }
}
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Checked:
    """A rubric that was sent, or the fault that keeps it from being read, and what lint found."""

    rubric: Rubric | None
    line: int | None
    message: str | None
    findings: tuple[Finding, ...]


async def read_sent(request: Request) -> str:
    """Return the text of a body. Raises NotYaml, DocumentRefused."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in KINDS:
        raise NotYaml
    try:
        text = (await request.body()).decode("utf-8")
        return _unescaped(text) if kind == "application/json" and "\\u" in text else text
    except (ValueError, RecursionError):
        raise DocumentRefused(line=0) from None


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
        try:
            rubric = read_rubric(path)
        except RubricError as fault:
            return Checked(None, fault.line, str(fault).removeprefix(f"{path}:{fault.line}: "), ())
        found = lint([path], library)
        return Checked(rubric, None, None, found.findings)


def _unescaped(text: str) -> str:
    """JSON without escapes: YAML knows no pairs of surrogates. Raises ValueError for half of one."""
    plain = json.dumps(json.loads(text), ensure_ascii=False, indent=1)
    plain.encode()
    return plain


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
