"""Whether `over`, `than` and `to` set one thing against another: "X over Y", "rather X than Y"."""

from bisect import bisect_left
from itertools import pairwise

from grader.text import Clauses, is_word

from .cues import Cue, Words
from .scope import clause_of

_NEAR_PREFERENCE, _NEAR_TAKING, _FIRST_SIDE = 16, 8, 5
_TAKING = frozenset({"take", "have", "use", "want", "pick", "go", "choose", "value", "put", "like", "trust"})
_WISHES = frozenset({"i'd", "we'd", "you'd", "would", "rather", "i'll", "we'll", "will", "always"})
_SWEEPING = frozenset({("any", "day"), ("every", "day"), ("any", "time"), ("every", "time"), ("all", "day")})


def is_contrast(cue: Cue, words: Words, clauses: Clauses, preferences: list[Cue]) -> bool:
    """Return whether a cue is a contrast.

    `to` is one only after `prefer`, `than` after any preference in the same sentence, `over` also after "I'd take" and
    between two things with nothing else said of them: "unit tests over integration tests", "sessions over JWT any day".
    """
    before = _preference(cue, clauses, preferences)
    if before is not None:
        parted = clauses.clause[before.first] != clauses.clause[cue.first] or cue.first - before.last == 1
        is_preferred = words[before.first].startswith("prefer") and not parted
        return words[cue.first] != "to" or is_preferred
    return words[cue.first] == "over" and (_is_taken(cue, words, clauses) or _is_bare(cue, words, clauses))


def _preference(cue: Cue, clauses: Clauses, preferences: list[Cue]) -> Cue | None:
    """The nearest preference before a cue, in the same sentence."""
    at = bisect_left(preferences, cue.first, key=lambda preference: preference.last)
    before = preferences[at - 1] if at else None
    if before is None or clauses.sentence[before.first] != clauses.sentence[cue.first]:
        return None
    return before if cue.first - before.last < _NEAR_PREFERENCE else None


def _is_taken(cue: Cue, words: Words, clauses: Clauses) -> bool:
    first = max(clause_of(cue.first, clauses)[0], cue.first - _NEAR_TAKING)
    said = words[first : cue.first]
    return any(a in _WISHES and b in _TAKING for a, b in pairwise(said))


def _is_bare(cue: Cue, words: Words, clauses: Clauses) -> bool:
    """Both sides end alike, or a sweeping "any day" closes the clause."""
    first, last = clause_of(cue.first, clauses)
    after = [i for i in range(cue.last + 1, last + 1) if not is_word(words[i])]
    end = min(after, default=last + 1)
    if cue.first - first > _FIRST_SIDE or end - cue.last < 2:
        return False
    return words[cue.first - 1] == words[end - 1] or words[end - 2 : end] in _SWEEPING
