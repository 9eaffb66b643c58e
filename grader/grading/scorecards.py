"""Use cases: keep an interview's scorecard, read and list scorecards, erase one."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from grader.access import Principal

from .audit import AuditEntry
from .ids import new_id
from .keeping import settle, utc_now
from .repository import Store, Unit
from .scorecard import CardDraft, Scorecard
from .stored import Place, Wanted

AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class CardPage:
    """A page of scorecards, the newest first; `after` is where the next one begins, None on the last."""

    cards: tuple[Scorecard, ...]
    after: Place | None


class Scorecards:
    """Keeps scorecards; each principal reaches only the tenant's own."""

    def __init__(self, store: Store, now: Callable[[], datetime] = utc_now) -> None:
        self._store, self._now = store, now

    def keep(self, who: Principal, draft: CardDraft) -> Scorecard:
        """Keep a scorecard and return it; one that the same person has kept, word for word, is that one."""
        card = Scorecard(id=new_id("crd"), made=self._now(), made_by=who.id, **dict(draft))
        mark = digest(who, draft)

        def work(unit: Unit) -> Scorecard:
            kept = unit.scorecards.add(who.tenant, card, mark)
            if kept.id == card.id:
                detail: dict[str, str | int | float | None] = {"questions": len(card.questions)}
                settle(unit, who, "scorecard.create", card.id, card.made, detail)
            return kept

        return self._store.write(work)

    def read(self, who: Principal, card_id: str) -> Scorecard:
        """Return a scorecard. Raises UnknownScorecard."""
        return self._store.read(lambda unit: unit.scorecards.get(who.tenant, card_id))

    def page(self, who: Principal, wanted: Wanted, after: Place | None = None, limit: int = 50) -> CardPage:
        """Return a page of scorecards, the newest first; of what is wanted, candidate and instant count."""
        found = self._store.read(lambda unit: unit.scorecards.page(who.tenant, wanted, after, limit + 1))
        last = found[limit - 1] if len(found) > limit else None
        return CardPage(found[:limit], None if last is None else Place(last.made, last.id))

    def all(self, who: Principal, wanted: Wanted) -> Iterator[Scorecard]:
        """Yield every scorecard that is wanted, the newest first, some at a time: for exports."""
        after: Place | None = None
        while True:
            page = self.page(who, wanted, after, AT_ONCE)
            yield from page.cards
            if page.after is None:
                return
            after = page.after

    def erase(self, who: Principal, card_id: str) -> None:
        """Erase a scorecard, down to the last byte. Raises UnknownScorecard."""

        def work(unit: Unit) -> None:
            unit.scorecards.get(who.tenant, card_id)
            unit.scorecards.erase(who.tenant, (card_id,))
            entry = AuditEntry(made=self._now(), actor=who.id, action="scorecard.erase", subject=card_id)
            unit.audit.append(who.tenant, entry)

        self._store.write(work)
        self._store.scrub()


def digest(who: Principal, draft: CardDraft) -> str:
    """Return what tells a scorecard from another one of the same person: `sha256:` and a hash of its content."""
    text = f"{who.id}\n{draft.model_dump_json()}"
    return "sha256:" + hashlib.sha256(text.encode("utf-8")).hexdigest()
