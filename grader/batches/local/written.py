"""A grade as it is written: its JSON, made once for all answers that say the same."""

import json
from dataclasses import dataclass
from typing import Any

from grader.grading import Grade

OWN = ("id", "external_id", "candidate")
"""What of a grade is the answer's own; the model's first fields."""


@dataclass(frozen=True, slots=True)
class Written:
    """A grade's JSON and its plain values."""

    text: str
    values: dict[str, Any]

    def of(self, grade_id: str, external_id: str | None, candidate: str | None) -> "Written":
        """Return the same grade of another answer: its first fields are its own."""
        own = dict(zip(OWN, (grade_id, external_id, candidate), strict=True))
        rest = self.text[len(_head(self.values)) :]
        return Written(_head(own) + rest, {**self.values, **own})


def written(grade: Grade) -> Written:
    """Return a grade as it is written."""
    return Written(grade.model_dump_json(), grade.model_dump(mode="json"))


def _head(values: dict[str, Any]) -> str:
    """The first fields as the grade's own JSON has them, without the brace that would end it."""
    return json.dumps({name: values[name] for name in OWN}, ensure_ascii=False, separators=(",", ":"))[:-1]
