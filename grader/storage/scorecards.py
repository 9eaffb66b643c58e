"""Scorecards of interviews in the database."""

from sqlalchemy import Connection, delete, select, tuple_

from grader.errors import UnknownScorecard
from grader.grading import Place, Scorecard, Wanted

from .engine import insert_if_new
from .instants import to_text
from .tables import scorecards


class SqlScorecards:
    """Scorecards by tenant and id."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, tenant: str, card: Scorecard, digest: str) -> Scorecard:
        """Keep a scorecard and return it; if one with this digest is kept, return that one."""
        row = {
            "tenant": tenant,
            "id": card.id,
            "candidate": card.candidate,
            "digest": digest,
            "made": to_text(card.made),
            "document": card.model_dump_json(),
        }
        if insert_if_new(self._connection, scorecards, row):
            return card
        there = scorecards.c.tenant == tenant, scorecards.c.digest == digest
        document = self._connection.execute(select(scorecards.c.document).where(*there)).scalar_one()
        return Scorecard.model_validate_json(document)

    def get(self, tenant: str, card_id: str) -> Scorecard:
        """Return a scorecard. Raises UnknownScorecard, for another tenant's too."""
        asked = select(scorecards.c.document).where(scorecards.c.tenant == tenant, scorecards.c.id == card_id)
        document = self._connection.execute(asked).scalar()
        if document is None:
            raise UnknownScorecard
        return Scorecard.model_validate_json(document)

    def page(self, tenant: str, wanted: Wanted, after: Place | None, limit: int) -> tuple[Scorecard, ...]:
        """Return at most `limit` scorecards, the newest first, beginning after a place."""
        table = scorecards.c
        asked = select(table.document).where(table.tenant == tenant)
        if wanted.candidate is not None:
            asked = asked.where(table.candidate == wanted.candidate)
        if wanted.before is not None:
            asked = asked.where(table.made < to_text(wanted.before))
        if after is not None:
            asked = asked.where(tuple_(table.made, table.id) < (to_text(after.made), after.id))
        found = self._connection.execute(asked.order_by(table.made.desc(), table.id.desc()).limit(limit)).scalars()
        return tuple(map(Scorecard.model_validate_json, found))

    def erase(self, tenant: str, card_ids: tuple[str, ...]) -> None:
        """Delete scorecards."""
        for start in range(0, len(card_ids), 500):
            some = card_ids[start : start + 500]
            self._connection.execute(delete(scorecards).where(scorecards.c.tenant == tenant, scorecards.c.id.in_(some)))
