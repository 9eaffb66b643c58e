"""Wire models of scorecards in a listing."""

from datetime import datetime

from pydantic import BaseModel, Field

from grader.grading import CardTotal, Scorecard


class CardLine(BaseModel):
    """A scorecard in a listing: what it came to, without notes and evidence."""

    id: str
    candidate: str = Field(description="The interviewer's own name for them; empty if none was given.")
    assessment: str | None
    rubrics: tuple[str, ...] = Field(description="The questions that were chosen, in order.")
    total: CardTotal
    made: datetime
    made_by: str


class CardList(BaseModel):
    """A page of scorecards, the newest first."""

    scorecards: tuple[CardLine, ...]
    next_cursor: str | None = Field(description="Where the next page begins; null on the last one.")


def card_line(card: Scorecard) -> CardLine:
    """Return a scorecard as a listing shows it."""
    return CardLine(
        id=card.id,
        candidate=card.candidate,
        assessment=card.assessment,
        rubrics=tuple(each.rubric for each in card.questions),
        total=card.total,
        made=card.made,
        made_by=card.made_by,
    )
