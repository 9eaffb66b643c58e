"""Routes of /v1/scorecards: what interviews came to. They are made in the cockpit, and never change."""

from typing import Annotated

from fastapi import APIRouter, Query

from grader.api.cards import CardList, card_line
from grader.api.cursor import opened, sealed
from grader.api.dependencies import Who, Wired
from grader.api.guarded_route import GuardedRoute
from grader.api.kept import Instant
from grader.api.names import CardId
from grader.api.text import Opaque
from grader.grading import Scorecard, Wanted

MOST = 1000
router = APIRouter(prefix="/v1/scorecards", tags=["scorecards"], route_class=GuardedRoute)


@router.get("")
def list_scorecards(
    services: Wired,
    who: Who,
    candidate: Annotated[Opaque | None, Query(description="The name that the interviewer gave the candidate.")] = None,
    before: Annotated[Instant | None, Query(description="Only scorecards made before this instant.")] = None,
    limit: Annotated[int, Query(ge=1, description="At most so many; never more than 1,000.")] = 50,
    cursor: Annotated[str | None, Query(max_length=500, description="`next_cursor` of the page before.")] = None,
) -> CardList:
    """List scorecards without their notes, the newest first, a page at a time."""
    asked = ("scorecards", who.tenant, candidate, before)
    after = opened(cursor, services.secret, *asked) if cursor else None
    page = services.kept.scorecards.page(who, Wanted(candidate=candidate, before=before), after, min(limit, MOST))
    following = sealed(page.after, services.secret, *asked) if page.after else None
    return CardList(scorecards=tuple(map(card_line, page.cards)), next_cursor=following)


@router.get("/{card_id}")
def read_scorecard(card_id: CardId, services: Wired, who: Who) -> Scorecard:
    """Return a scorecard: notes, evidence, which hints were asked, and what came only after one."""
    return services.kept.scorecards.read(who, card_id)


@router.delete("/{card_id}", status_code=204)
def delete_scorecard(card_id: CardId, services: Wired, who: Who) -> None:
    """Erase a scorecard; the audit keeps the random id."""
    services.kept.scorecards.erase(who, card_id)
