"""A rubric: one question with the concepts that a good answer holds."""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from .expression import Expect

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=100)]
RubricId = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$", max_length=201),
    Field(description="The seed's id and the question's slug: `seed/slug`."),
]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]
Rung = Literal["nudge", "narrow", "direct"]


class Part(BaseModel):
    """A part of a rubric file: frozen, and without keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Part):
    """Where in a seed the question stands, and the hash of that line."""

    seed: Slug
    line: Annotated[int, Field(ge=1)]
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Feedback(Part):
    """What a candidate is told of a concept, for each verdict; it must not give the answer away."""

    met: Line
    partial: Line
    missed: Line
    contradicted: Line

    @model_validator(mode="before")
    @classmethod
    def _one_for_all(cls, value: object) -> object:
        """A single text stands for every verdict that is not met."""
        if isinstance(value, str):
            return {"met": "Covered.", "partial": value, "missed": value, "contradicted": value}
        return value


class Waiver(Part):
    """A lint finding that a person has accepted, and why."""

    code: Line
    text: Line
    reason: Line


class Concept(Part):
    """One key idea of the reference answer."""

    id: Slug
    source: Annotated[Line, Field(description="The words of the seed that ask for this concept, verbatim.")]
    weight: Annotated[float, Field(gt=0, le=100, allow_inf_nan=False)] = 1
    expect: Expect
    partly: Annotated[Expect | None, Field(description="Phrases that only touch the idea: they earn half.")] = None
    required: Annotated[bool, Field(description="Shown as a gate to the reviewer; never changes the score.")] = False
    stance: Annotated[Literal["fact", "house"], Field(description="`house`: the team's opinion, not a fact.")] = "fact"
    feedback: Feedback
    hint: Annotated[Line, Field(description="A question for the interviewer to ask; it must not leak the answer.")]
    narrow: Annotated[Line | None, Field(description="What to ask if the hint was not enough: a situation.")] = None
    direct: Annotated[Line | None, Field(description="What to ask last: all but the answer itself.")] = None
    follow_up: Annotated[Line | None, Field(description="A question that goes deeper, once the concept is met.")] = None
    paraphrases: Annotated[
        tuple[Line, ...], Field(max_length=100, description="Sentences that must meet this concept: the self-test.")
    ] = ()
    waive: tuple[Waiver, ...] = ()

    @property
    def ladder(self) -> dict[Rung, str]:
        """The questions that lead to the concept, from the least telling one down."""
        rungs: tuple[tuple[Rung, str | None], ...]
        rungs = ("nudge", self.hint), ("narrow", self.narrow), ("direct", self.direct)
        return {rung: text for rung, text in rungs if text is not None}


class Rubric(Part):
    """One question with its concepts."""

    id: RubricId
    question: Line
    source: Source | None = None
    generated: Annotated[
        str | None,
        Field(
            exclude=True,
            pattern=r"^sha256:[0-9a-f]{64}$",
            description="The content's hash as `grader rubric build` made it: while it fits, nobody has edited it.",
        ),
    ] = None
    lexicon: Annotated[Slug | None, Field(description="The domain whose synonyms apply to all phrases.")] = None
    credit: Annotated[
        Literal["verdict", "continuous"], Field(description="`continuous`: credit is the coverage of the reference.")
    ] = "verdict"
    enough: Annotated[
        Literal["all"] | Annotated[int, Field(ge=1)], Field(description="How many concepts are full marks.")
    ] = "all"
    concepts: Annotated[tuple[Concept, ...], Field(min_length=1, max_length=50)]
    waive: tuple[Waiver, ...] = ()

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        ids = [concept.id for concept in self.concepts]
        twice = sorted({name for name in ids if ids.count(name) > 1})
        if twice:
            raise ValueError(f"concept ids must differ; {', '.join(twice)} stands more than once")
        if self.enough != "all":
            self._check_enough(self.enough)
        return self

    def _check_enough(self, enough: int) -> None:
        if enough > len(self.concepts):
            raise ValueError(f"enough is {enough}, but there are only {len(self.concepts)} concepts")
        if len({concept.weight for concept in self.concepts}) > 1:
            raise ValueError("enough needs equal weights: remove `weight`, or set enough to all")

    @property
    def seed(self) -> str:
        """The seed's id: the first half of the rubric's id."""
        return self.id.partition("/")[0]

    @property
    def slug(self) -> str:
        """The question's slug: the second half of the rubric's id."""
        return self.id.partition("/")[2]

    def concept(self, concept_id: str) -> Concept | None:
        """Return the concept with this id, if there is one."""
        return next((concept for concept in self.concepts if concept.id == concept_id), None)
