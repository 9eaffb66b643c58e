"""What a person decides about a claim beyond the rubric: it is known by a hash of its words, its text is not kept."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from pydantic import Field

from .grade import Grade, Result, Span

RulingKind: TypeAlias = Literal["same_as", "phrase", "ignored", "open"]
_AROUND = " .,;:!?\"'()"


class Ruling(Result):
    """A decision about a claim, good for all answers to a rubric that say it; of several, the last one counts."""

    id: str
    grade: str = Field(description="The grade that the person looked at; erased with it.")
    rubric: str
    claim: str = Field(description="A hash of the claim's words.")
    kind: RulingKind = Field(
        description="It says the same as a concept, is to be a phrase of one, is not asked for; `open`: undone."
    )
    concept: str | None = Field(default=None, description="Which concept, with `same_as` and `phrase`.")
    made: datetime
    made_by: str


@dataclass(frozen=True, slots=True)
class RuledClaim:
    """A claim beyond the rubric with all that people decided about it, the first decision first."""

    span: Span
    rulings: tuple[Ruling, ...] = ()

    @property
    def ruling(self) -> Ruling | None:
        """The decision in force; None if there is none, or it was undone."""
        last = self.rulings[-1] if self.rulings else None
        return None if last is None or last.kind == "open" else last

    @property
    def ignored(self) -> bool:
        """Whether a person passed over it."""
        return self.ruling is not None and self.ruling.kind == "ignored"


def claim_at(grade: Grade, start: int, end: int) -> Span | None:
    """Return what a grade's answer claims beyond the rubric at a place; None: nothing."""
    return next((span for span in grade.beyond if (span.start, span.end) == (start, end)), None)


def claim_hash(text: str) -> str:
    """Return what a claim is known by: case, white space and the signs around it make no other claim."""
    words = " ".join(text.casefold().split()).strip(_AROUND)
    return "sha256:" + hashlib.sha256(words.encode("utf-8")).hexdigest()


def ruled(spans: Iterable[Span], rulings: Iterable[Ruling]) -> tuple[RuledClaim, ...]:
    """Return claims with the decisions about each, which come in the order they were made."""
    found: dict[str, list[Ruling]] = {}
    for each in rulings:
        found.setdefault(each.claim, []).append(each)
    return tuple(RuledClaim(span, tuple(found.get(claim_hash(span.text), ()))) for span in spans)
