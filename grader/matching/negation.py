"""Which words of an answer are asserted and which are denied.

After NegEx (Chapman et al. 2001): lists of cues with a direction and a reach, ended by the clause; here also
preferences ("X over Y"), verdicts after the fact ("X is a trap"), objects in front ("X I'd avoid"), conditions and
double negation.
"""

from collections.abc import Iterable

from grader.text import Clauses

from .anaphora import denied_before
from .contrast import is_contrast
from .cues import Cue, Words, find_cues
from .questions import is_topic
from .reach import ahead, to_break, to_end, to_partner
from .requirement import required
from .scope import DENIED, INDIFFERENT, NOTHING, SUPPOSED, VERDICTS, Scope
from .speech import small_words
from .verdicts import verdict

_OF_BEFORE = frozenset({"forward", "beats", "forward-adverb", "forward-short", "nay", "rhetorical"})
_CARRYING = frozenset({"exit", "likewise"})
_NEAR_VERDICT, _CONSEQUENCE, _NEAR_LIKENESS = 4, 3, 14
_ANSWERS = frozenset({"but", "yes", "only", "sure", "if", "when", "unless"})
MOST_CUES = 16


def scopes(words: Words, clauses: Clauses) -> tuple[Scope, ...]:
    """Return the scope of each cue that denies something."""
    found = _bounded(find_cues(words), clauses)
    preferences = [cue for cue in found if cue.section in ("preference", "beats")]
    reached = [scope for cue in found for scope in _reach(cue, words, clauses, preferences)]
    reached = required(_argued_for(_carried(reached), words, clauses), words, clauses)
    judged = {scope.cue.first for scope in reached if scope.is_verdict}
    deniers = {scope.cue.last: scope for scope in reached if scope.cue.section.startswith("forward")}
    reached += _topics(reached, words, clauses)
    return _once(scope for scope in reached if not _is_denied(scope, judged, deniers, words))


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
    if cue.section in VERDICTS:
        return verdict(cue, words, clauses)
    if cue.section in _OF_BEFORE:
        return ahead(cue, words, clauses) + denied_before(cue, words, clauses)
    match cue.section:
        case "contrast" if is_contrast(cue, words, clauses, preferences):
            return to_break(cue, words, clauses)
        case "exit" | "likewise":
            return to_end(cue, words, clauses)
        case "replaced" | "parted":
            return to_partner(cue, words, clauses)
        case "lack" | "indifferent":
            effect = NOTHING if cue.section == "lack" else INDIFFERENT
            return [scope._replace(effect=effect) for scope in to_end(cue, words, clauses)]
    return []


def _topics(reached: list[Scope], words: Words, clauses: Clauses) -> list[Scope]:
    """The topics ("Sentry?") that the next sentence rejects ("It drowns you in noise.")."""
    first_in: dict[int, Scope] = {}
    for scope in reached if clauses.questions else ():
        if scope.effect == DENIED and scope.cue.section not in _CARRYING:
            first_in.setdefault(clauses.sentence[scope.cue.first], scope)
    topics = [n for n in clauses.questions if n + 1 in first_in and is_topic(n, words, clauses)]
    return [
        Scope(first_in[n + 1].cue, *clauses.bounds[n], flips=False)
        for n in topics
        if _ANSWERS.isdisjoint(words[slice(*clauses.bounds[n + 1])])
    ]


def _carried(reached: list[Scope]) -> list[Scope]:
    """The scopes without those of "outside of" and "the same for" that carry no denial just before them over."""
    kept: list[Scope] = []
    for scope in reached:
        if scope.cue.section not in _CARRYING or any(_carries(before, scope) for before in kept[-MOST_CUES:]):
            kept.append(scope)
    return kept


def _carries(before: Scope, scope: Scope) -> bool:
    at = scope.cue.first
    if before.cue.section in _CARRYING or before.first > at:
        return False
    if scope.cue.section == "likewise":
        return max(before.last, before.cue.last) >= at - _NEAR_LIKENESS
    return before.last + 2 >= at


def _argued_for(reached: list[Scope], words: Words, clauses: Clauses) -> list[Scope]:
    """A sentence like "without X it breaks" argues for X; not so "without X it is faster"."""
    arguing = {
        clauses.sentence[scope.cue.first]
        for scope in reached
        if words[scope.cue.first] == "without" and _argues(scope, words, clauses)
    }
    return [
        scope._replace(effect=SUPPOSED)
        if clauses.sentence[scope.cue.first] in arguing and not scope.is_verdict and scope.effect == DENIED
        else scope
        for scope in reached
    ]


def _argues(scope: Scope, words: Words, clauses: Clauses) -> bool:
    first, last = clauses.bounds[clauses.sentence[scope.cue.first]]
    opens = scope.cue.first <= first + 1 and last - scope.first > _CONSEQUENCE
    return opens and small_words("welcome").isdisjoint(words[first : last + 1])


def _is_denied(scope: Scope, judged: set[int], deniers: dict[int, Scope], words: Words) -> bool:
    """A verdict that is itself denied ("isn't a waste of time") denies nothing; nor does the word that denies it."""
    cue = scope.cue
    if scope.is_verdict:
        over = (deniers.get(cue.first - ahead) for ahead in range(1, _NEAR_VERDICT + 1))
        return any(other is not None and _governs(other, cue.first, words) for other in over)
    ahead = range(cue.last + 1, cue.last + _NEAR_VERDICT + 1)
    return cue.last in deniers and any(i in judged and _governs(scope, i, words) for i in ahead)


def _governs(scope: Scope, i: int, words: Words) -> bool:
    """Whether a scope holds a place, and no "and" or comma lies between."""
    return scope.first <= i <= scope.last and not {"and", ","} & set(words[scope.first : i])
