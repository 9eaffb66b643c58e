"""Which words of an answer are asserted and which are denied.

After NegEx (Chapman et al. 2001): lists of cues with a direction and a reach, ended by the clause; here also
preferences ("X over Y"), verdicts after the fact ("X is a trap"), objects in front ("X I'd avoid"), conditions and
double negation.
"""

from bisect import bisect_left
from collections.abc import Iterable

from grader.text import Clauses

from .conditions import in_condition
from .cues import Cue, Words, find_cues
from .scope import DENIED, NOTHING, SUPPOSED, Scope, clause_of
from .verdicts import object_in_front, verdict

_SHORT_ENDS = frozenset({",", "but", "->"})
_JOINS = frozenset({"or"})
_NOR = frozenset({"nor"})
# The second word of a pair, and how many words may stand before it.
_ENDS = {"replaced": (frozenset({"by", "with", "->"}), 120), "parted": (frozenset({"out", "away"}), 6)}
_NEAR_PREFERENCE, _NEAR_VERDICT = 16, 4
MOST_CUES = 16


def scopes(words: Words, clauses: Clauses) -> tuple[Scope, ...]:
    """Return the scope of each cue that denies something."""
    found = _bounded(find_cues(words), clauses)
    preferences = [cue for cue in found if cue.section in ("preference", "beats")]
    reached = [scope for cue in found for scope in _reach(cue, words, clauses, preferences)]
    judged = {scope.cue.first for scope in reached if scope.is_verdict}
    deniers = {scope.cue.last: scope for scope in reached if scope.cue.section.startswith("forward")}
    return _once(scope for scope in reached if not _is_denied(scope, judged, deniers))


def _bounded(found: list[Cue], clauses: Clauses) -> list[Cue]:
    """At most MOST_CUES cues of each clause: whoever denies more than that says nothing any more."""
    seen: dict[int, int] = {}
    kept = []
    for cue in found:
        clause = clauses.clause[cue.first]
        seen[clause] = seen.get(clause, 0) + 1
        if seen[clause] <= MOST_CUES:
            kept.append(cue)
    return kept


def polarity(words: Words, denied: tuple[Scope, ...]) -> list[int]:
    """Return for each token 1 (asserted), -1 (denied), 0 (earns nothing) or 2 (supposed: neither)."""
    signs = [1] * len(words)
    for scope in sorted(denied, key=lambda s: s.effect != NOTHING and not s.flips):
        for i in range(scope.first, scope.last + 1):
            if scope.effect != DENIED:
                signs[i] = scope.effect
            elif signs[i] in (1, -1):
                signs[i] = -signs[i] if scope.flips else -1
    return signs


def _once(found: Iterable[Scope]) -> tuple[Scope, ...]:
    """Verdicts on the same words ("is too complex, a waste of time") say the same: they do not cancel."""
    kept: dict[tuple[bool, int, int, int], Scope] = {}
    judged = -1
    for scope in found:
        if scope.is_verdict:
            scope, judged = scope._replace(flips=scope.flips and scope.first > judged), max(judged, scope.last)
        key = (scope.is_verdict, scope.first, scope.last, 0 if scope.is_verdict else scope.cue.first)
        kept.setdefault(key, scope)
    return tuple(kept.values())


def _reach(cue: Cue, words: Words, clauses: Clauses, preferences: list[Cue]) -> list[Scope]:
    match cue.section:
        case "forward" | "beats":
            return _supposed(_forward(cue, words, clauses), clauses, words) + object_in_front(cue, words, clauses)
        case "forward-adverb":
            scope = _until_comma(_forward(cue, words, clauses), words)
            return _supposed(scope, clauses, words) + object_in_front(cue, words, clauses)
        case "forward-short":
            return _supposed(_until(_SHORT_ENDS, _forward(cue, words, clauses), words), clauses, words)
        case "contrast" if _after_preference(cue, words, clauses, preferences):
            return _until(_SHORT_ENDS, _forward(cue, words, clauses), words)
        case "replaced" | "parted":
            return _ended(_forward(cue, words, clauses), words)
        case "lack":
            return [scope._replace(effect=NOTHING) for scope in _forward(cue, words, clauses)]
        case "backward" | "predicate":
            return verdict(cue, words, clauses)
    return []


def _forward(cue: Cue, words: Words, clauses: Clauses) -> list[Scope]:
    """To the end of the clause, or to a `nor`, which denies the rest itself."""
    last = clause_of(cue.last, clauses)[1]
    return _until(_NOR, [Scope(cue, cue.last + 1, last)], words) if last > cue.last else []


def _until(ends: frozenset[str], reached: list[Scope], words: Words) -> list[Scope]:
    """Cut scopes short before the first of some words."""
    cut = [scope._replace(last=_before(ends, scope, words)) for scope in reached]
    return [scope for scope in cut if scope.last >= scope.first]


def _before(ends: frozenset[str], scope: Scope, words: Words) -> int:
    stop = next((i for i in range(scope.first, scope.last + 1) if words[i] in ends), scope.last + 1)
    return stop - 1


def _until_comma(reached: list[Scope], words: Words) -> list[Scope]:
    """Of lists: "not a, b" denies a; "not a, b or c" denies all three."""
    joined = [scope for scope in reached if not _JOINS.isdisjoint(words[scope.first : scope.last + 1])]
    return joined or _until(frozenset({",", "->"}), reached, words)


def _ended(reached: list[Scope], words: Words) -> list[Scope]:
    """Of "replace a by b" and "leave a out", a is denied: nothing is, where the second word does not come in time."""
    found = []
    for scope in reached:
        ends, near = _ENDS[scope.cue.section]
        last = _before(ends, scope, words)
        if scope.first <= last < min(scope.last, scope.first + near):
            found.append(scope._replace(last=last))
    return found


def _supposed(reached: list[Scope], clauses: Clauses, words: Words) -> list[Scope]:
    """What a condition denies ("if you don't cache it") is neither asserted nor denied."""
    return [s._replace(effect=SUPPOSED) if in_condition(s.cue.first, words, clauses) else s for s in reached]


def _after_preference(cue: Cue, words: Words, clauses: Clauses, preferences: list[Cue]) -> bool:
    """`to` is a contrast only after `prefer`, `over` and `than` after any preference in the same sentence."""
    at = bisect_left(preferences, cue.first, key=lambda preference: preference.last)
    if at == 0:
        return False
    before = preferences[at - 1]
    same = clauses.sentence[before.first] == clauses.sentence[cue.first]
    if not same or cue.first - before.last >= _NEAR_PREFERENCE:
        return False
    if words[cue.first] != "to":
        return True
    parted = clauses.clause[before.first] != clauses.clause[cue.first]
    return words[before.first].startswith("prefer") and cue.first - before.last > 1 and not parted


def _is_denied(scope: Scope, judged: set[int], deniers: dict[int, Scope]) -> bool:
    """A verdict that is itself denied ("isn't a waste of time") denies nothing; nor does the word that denies it."""
    cue = scope.cue
    if scope.is_verdict:
        over = (deniers.get(cue.first - ahead) for ahead in range(1, _NEAR_VERDICT + 1))
        return any(other is not None and other.first <= cue.first <= other.last for other in over)
    ahead = range(cue.last + 1, cue.last + _NEAR_VERDICT + 1)
    return cue.last in deniers and any(i in judged and scope.first <= i <= scope.last for i in ahead)
