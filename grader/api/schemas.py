"""Wire models: what clients send."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from grader.errors import AnswerRefused
from grader.grading import LONGEST, RubricSummary, check_answer
from grader.rubric import Rubric


def _gradable(text: str) -> str:
    try:
        check_answer(text)
    except AnswerRefused as cause:
        raise ValueError(str(cause)) from cause
    return text


def _printable(text: str) -> str:
    if not text.isprintable():
        raise ValueError("only printable characters")
    return text


Text = Annotated[str, Field(max_length=LONGEST), AfterValidator(_gradable)]
Name = Annotated[str, Field(min_length=1, max_length=1000), AfterValidator(_printable)]
Opaque = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_printable)]


class Sent(BaseModel):
    """A body that a client sends: unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class GradeBody(Sent):
    """An answer to grade, with the rubric's name or the question's text."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"rubric": "when-to-use-cache", "answer": "For slow queries, with a TTL."}]}
    )

    rubric: Name | None = Field(default=None, description="A rubric's id, slug, or any unambiguous part of it.")
    question: Name | None = Field(default=None, description="The text of a known question, instead of `rubric`.")
    answer: Text = Field(description="The candidate's answer, at most 20,000 code points.")
    mode: Literal["answer", "notes", "transcript"] = "answer"
    external_id: Opaque | None = Field(default=None, description="The client's own id of this answer.")
    candidate: Opaque | None = Field(default=None, description="The client's own, opaque id of the candidate.")

    @model_validator(mode="after")
    def _one_name(self) -> Self:
        if (self.rubric is None) == (self.question is None):
            raise ValueError("give either `rubric` or `question`")
        return self

    @property
    def name(self) -> str:
        """The name of the rubric, whichever way it was given."""
        return self.rubric or self.question or ""


class HintsBody(Sent):
    """An interviewer's notes."""

    rubric: Name
    notes: Text = ""


class RubricList(BaseModel):
    """All rubrics in short."""

    rubrics: tuple[RubricSummary, ...]


class RubricFull(Rubric):
    """A rubric with its content hash."""

    hash: str
