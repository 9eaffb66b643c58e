"""What came of an answer of a file, as a line of JSON: what was there, then the grade or the error."""

import json
from dataclasses import dataclass
from typing import Any

from .written import Written

OWN = ("grade", "error")


@dataclass(frozen=True, slots=True)
class Outcome:
    """An answer's fields and its grade, or why there is none."""

    id: str
    fields: dict[str, object]
    grade: Written | None
    error: str | None

    def line(self) -> str:
        """Return the line of the output. Keys of the input that the output has itself become `input_...`."""
        given = {f"input_{key}" if key in OWN else key: value for key, value in self.fields.items()}
        head = json.dumps({"id": self.id, **given}, ensure_ascii=False)
        grade = "null" if self.grade is None else self.grade.text
        return f'{head[:-1]}, "grade": {grade}, "error": {json.dumps(self.error, ensure_ascii=False)}}}\n'


@dataclass(frozen=True, slots=True)
class Done:
    """An outcome read back: its input and its grade as plain values, and its line."""

    given: dict[str, Any]
    grade: dict[str, Any] | None
    error: str | None
    line: str


def read_line(line: str) -> Done | None:
    """Return the outcome in a line; None for one that was torn off while it was written."""
    try:
        found = json.loads(line)
    except ValueError:
        return None
    if not line.endswith("\n") or not isinstance(found, dict) or not found.keys() >= set(OWN):
        return None
    grade, error = found.pop("grade"), found.pop("error")
    return Done(found, grade, error, line)


def is_same(done: Done, fresh: Outcome) -> bool:
    """Return whether a line was written for this very input."""
    again = read_line(Outcome(fresh.id, fresh.fields, None, None).line())
    return again is not None and again.given == done.given
