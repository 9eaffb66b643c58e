"""Denials that require: "never X without Y" asks for Y, and says of X only under which condition."""

from grader.text import Clauses

from .cues import Words
from .scope import DENIED, SUPPOSED, Scope, clause_of
from .speech import small_words

WITHOUT = "without"
_NEAR = 4


def required(reached: list[Scope], words: Words, clauses: Clauses) -> list[Scope]:
    """Return the scopes with what stands between a denial and its `without` supposed, and what follows asserted."""
    places = {scope.cue.first for scope in reached if words[scope.cue.first] == WITHOUT}
    deniers = {at: denier for at in places if (denier := _denier(at, words, clauses)) is not None}
    if not deniers:
        return reached
    return [found for scope in reached if (found := _freed(scope, deniers)) is not None]


def _denier(at: int, words: Words, clauses: Clauses) -> int | None:
    """Return the place of the denial that a `without` belongs to; None if it stands alone, or names but an excuse."""
    if not small_words("excuses").isdisjoint(words[at + 1 : at + 1 + _NEAR]):
        return None
    first, _ = clause_of(at, clauses)
    for place in range(at - 1, first - 1, -1):
        if words[place] in small_words("joints"):
            return None
        if words[place] in small_words("deniers"):
            return place
    return None


def _freed(scope: Scope, deniers: dict[int, int]) -> Scope | None:
    if scope.cue.first in deniers:
        return None
    for at, denier in deniers.items():
        if scope.cue.first <= denier <= scope.cue.last and scope.first <= at <= scope.last and scope.effect == DENIED:
            return scope._replace(last=at - 1, effect=SUPPOSED) if scope.first < at else None
    return scope
