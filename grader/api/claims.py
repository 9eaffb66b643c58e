"""Wire models of claims beyond the rubric, and of what a reviewer decides about one."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from grader.grading import RuledClaim, Ruling, RulingKind, Said

from .schemas import Sent
from .text import Name

IGNORED_EXAMPLE: JsonValue = {"start": 19, "end": 52, "kind": "ignored"}
SAME_EXAMPLE: JsonValue = {"start": 19, "end": 52, "kind": "same_as", "concept": "expensive-operations"}
Offset = Annotated[int, Field(ge=0, le=1_000_000)]


class ClaimBody(Sent):
    """A decision about a claim, given by its span in the grade's `beyond`."""

    model_config = ConfigDict(json_schema_extra={"examples": [IGNORED_EXAMPLE, SAME_EXAMPLE]})

    start: Offset
    end: Offset
    kind: RulingKind = Field(
        description="`same_as` and `phrase` (to be one) name a concept; `ignored`: not asked for; `open`: undo."
    )
    concept: Name | None = Field(default=None, description="A concept of the grade, with `same_as` and `phrase`.")

    def said(self) -> Said:
        """Return what was decided."""
        return Said(self.start, self.end, self.kind, self.concept)


class ClaimLine(BaseModel):
    """A claim beyond the rubric: `ruling` is in force, null while nobody decided; `rulings` are all, the oldest first.

    A decision made at another answer to the rubric that says the same words counts, and is here too.
    """

    start: int
    end: int
    text: str
    ruling: Ruling | None
    rulings: tuple[Ruling, ...]


class ClaimList(BaseModel):
    """The claims of one answer that no concept explains, in the order of the answer."""

    claims: tuple[ClaimLine, ...]


def claim_line(found: RuledClaim) -> ClaimLine:
    """Return a claim as a listing shows it."""
    return ClaimLine(**found.span.model_dump(), ruling=found.ruling, rulings=found.rulings)
