"""Labelled answers: what people say of an answer, read from lines of JSON."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from grader.matching import Verdict

HALVES = ("tuning", "held back")
SHAPE = "a line holds `units` (a verdict for each concept) or `reference` (to be compared with the answer)"
Text = Annotated[str, StringConstraints(min_length=1)]
Score = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]


@dataclass(frozen=True, slots=True)
class Labelled:
    """An answer with labels: a verdict for each concept's source, or a score (0 to 1), or both.

    It is graded against a rubric, named or by its question's 1-based place in the seed, or against any one of some
    references. `question` is what answers to the same question share.
    """

    path: str
    line: int
    id: str
    kind: str
    question: str
    answer: str
    score: float | None
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    rubric: str | int = ""
    references: tuple[str, ...] = ()

    @property
    def half(self) -> str:
        """Which half the answer belongs to, by a hash of its id."""
        return HALVES[int(sha256(self.id.encode("utf-8", "surrogatepass")).hexdigest(), 16) % 2]


@dataclass(frozen=True, slots=True)
class Fault:
    """A line that could not be read or graded, and why."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True)

    answer: str
    kind: str = ""
    id: str | int | None = None
    answer_id: str | int | None = None


class _ConceptRow(_Row):
    units: Annotated[dict[Text, Literal["met", "partial", "missed", "contradicted"]], Field(min_length=1)]
    score: Score | None = None
    q: Annotated[int, Field(ge=1, strict=True)] | None = None
    rubric: Text | None = None

    @model_validator(mode="after")
    def _one_rubric(self) -> Self:
        if (self.q is None) == (self.rubric is None):
            raise ValueError("give either `q` (the question's place in the seed) or `rubric`")
        return self


class _AnswerRow(_Row):
    question: Text
    question_id: str | int | None = None
    reference: Text | Annotated[list[Text], Field(min_length=1)]
    score: Score


def read_labels(data: bytes, path: str) -> tuple[tuple[Labelled, ...], tuple[Fault, ...]]:
    """Return the labelled answers in JSON lines, and the faults of the lines that cannot be read."""
    rows: list[Labelled] = []
    faults: list[Fault] = []
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            rows.append(_row(_object(line), path, number))
        except (ValueError, RecursionError) as fault:
            faults.append(Fault(path, number, _reason(fault)))
    return tuple(rows), tuple(faults)


def _object(line: bytes) -> dict[str, Any]:
    found = json.loads(line.decode("utf-8-sig"))
    if not isinstance(found, dict):
        raise ValueError("the line is not a JSON object: " + SHAPE)
    return found


def _row(found: dict[str, Any], path: str, line: int) -> Labelled:
    if "units" in found:
        return _of_concepts(_ConceptRow.model_validate(found), path, line)
    if "reference" in found:
        return _of_answer(_AnswerRow.model_validate(found), path, line)
    raise ValueError(SHAPE)


def _of_concepts(row: _ConceptRow, path: str, line: int) -> Labelled:
    rubric = row.q if row.q is not None else row.rubric or ""
    name, question = _id(row, line), str(rubric)
    return Labelled(path, line, name, row.kind, question, row.answer, row.score, row.units, rubric=rubric)


def _of_answer(row: _AnswerRow, path: str, line: int) -> Labelled:
    references = (row.reference,) if isinstance(row.reference, str) else tuple(dict.fromkeys(row.reference))
    question = row.question if row.question_id is None else str(row.question_id)
    name = _id(row, line)
    return Labelled(
        path, line, name, row.kind, question, row.answer, row.score, rubric=row.question, references=references
    )


def _id(row: _Row, line: int) -> str:
    given = row.answer_id if row.id is None else row.id
    return str(line if given is None else given)


def _reason(fault: Exception) -> str:
    if isinstance(fault, ValidationError):
        first = fault.errors(include_url=False, include_input=False)[0]
        return ": ".join(filter(None, (_place(first["loc"]), first["msg"].removeprefix("Value error, "))))
    if isinstance(fault, json.JSONDecodeError):
        return f"the line is not JSON ({fault.msg}, character {fault.pos + 1})"
    if isinstance(fault, UnicodeDecodeError):
        return "the line is not UTF-8: save the file as UTF-8"
    return "the line is nested too deeply" if isinstance(fault, RecursionError) else str(fault)


def _place(location: tuple[int | str, ...]) -> str:
    return ".".join(str(part) for part in location[:1])
