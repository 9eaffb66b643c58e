"""Wire models: what clients send, and what they get beside grades and hints."""

from typing import Self

from pydantic import BaseModel, ConfigDict, Field, JsonValue, model_validator
from pydantic_core import PydanticCustomError

from grader.grading import RubricSummary
from grader.matching import Mode
from grader.rubric import Rubric

from .text import Answer, Name, Opaque

GRADE_EXAMPLE: JsonValue = {
    "rubric": "when-to-use-cache",
    "answer": "For slow queries, with a TTL.",
    "external_id": "a-17",
}
HINTS_EXAMPLE: JsonValue = {"rubric": "when-to-use-cache", "notes": "slow queries"}


class Sent(BaseModel):
    """A body that a client sends: unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class GradeBody(Sent):
    """An answer to grade, with the rubric's name or the question's text."""

    model_config = ConfigDict(json_schema_extra={"examples": [GRADE_EXAMPLE]})

    rubric: Name | None = Field(default=None, description="A rubric's id, slug, or any unambiguous part of it.")
    question: Name | None = Field(default=None, description="The text of a rubric's question, instead of `rubric`.")
    answer: Answer = Field(description="The candidate's answer, at most 20,000 code points.")
    mode: Mode = Field(default="answer", description="`notes`: an interviewer's shorthand; `transcript`: speech.")
    external_id: Opaque | None = Field(default=None, description="The client's own id of this answer.")
    candidate: Opaque | None = Field(default=None, description="The client's own, opaque id of the candidate.")

    @model_validator(mode="after")
    def _one_name(self) -> Self:
        if (self.rubric is None) == (self.question is None):
            raise PydanticCustomError("rubric_or_question", "give either `rubric` or `question`")
        return self


class HintsBody(Sent):
    """An interviewer's notes."""

    model_config = ConfigDict(json_schema_extra={"examples": [HINTS_EXAMPLE]})

    rubric: Name = Field(description="A rubric's id, slug, or any unambiguous part of it.")
    notes: Answer = Field(default="", description="What the candidate has said so far, at most 20,000 code points.")
    asked: tuple[Name, ...] = Field(
        default=(), max_length=200, description="Concepts of which a rung was asked; twice for two rungs."
    )


class RubricList(BaseModel):
    """All rubrics in short."""

    rubrics: tuple[RubricSummary, ...]


class RubricFull(Rubric):
    """A rubric with its content hash."""

    hash: str = Field(description="The hash of the rubric's content: grades record it.")


class Health(BaseModel):
    """The state of the process."""

    status: str = Field(examples=["ok"])


class Readiness(Health):
    """Whether requests can be served."""

    failing: dict[str, str] = Field(default={}, description="Failing checks, for who may read the metrics.")


class Fault(BaseModel):
    """One fault of a request: where it is, and its kind; never what was sent."""

    pointer: str | None = Field(default=None, description="A JSON pointer into the body; empty for the whole body.")
    parameter: str | None = Field(default=None, description="The parameter of the address, instead of a pointer.")
    line: int | None = Field(default=None, description="The line of a document, from 1; 0 for all of it.")
    code: str = Field(examples=["missing"])


class ProblemBody(BaseModel):
    """An error, as RFC 9457 has it."""

    type: str = Field(description="What programs compare.", examples=["/problems/invalid"])
    title: str
    status: int = Field(examples=[422])
    detail: str = Field(description="What to do next.")
    instance: str
    request_id: str
    errors: tuple[Fault, ...] = Field(default=(), description="At most 20; left out where there are none.")
    failing: dict[str, str] = Field(default={}, description="Failing checks; left out for most.")
    near: tuple[str, ...] = Field(default=(), description="Ids of rubrics with near names; left out where none are.")
