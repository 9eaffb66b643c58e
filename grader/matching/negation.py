"""Which words of an answer are asserted and which are denied.

After NegEx (Chapman et al. 2001): lists of cues with a direction and a reach, ended by the clause; here also
preferences ("X over Y"), verdicts after the fact ("X is a trap") and double negation.
"""

from collections.abc import Iterable
from typing import NamedTuple

from grader.text import Clauses, is_stop, is_word

from .cues import Cue, Words, find_cues

_SHORT_ENDS = frozenset({",", "but", "->"})
_STATEMENT = 25


class Scope(NamedTuple):
    """The tokens first to last that a cue denies."""

    cue: Cue
    first: int
    last: int
    flips: bool = True


def scopes(words: Words, clauses: Clauses) -> tuple[Scope, ...]:
    """Return the scope of each cue that denies something."""
    found = find_cues(words)
    reached = [scope for cue in found for scope in _reach(cue, words, clauses, found)]
    return _once(scope for scope in reached if not _is_denied(scope, reached))


def _once(found: Iterable[Scope]) -> tuple[Scope, ...]:
    """Two verdicts on one clause ("is too complex, a waste of time") say the same: they do not cancel."""
    kept: dict[tuple[bool, int, int, int], Scope] = {}
    for scope in found:
        verdict = scope.cue.section == "backward"
        kept.setdefault((verdict, scope.first, scope.last, 0 if verdict else scope.cue.first), scope)
    return tuple(kept.values())


def polarity(words: Words, denied: tuple[Scope, ...]) -> list[int]:
    """Return 1 for each token asserted and -1 for each denied."""
    signs = [1] * len(words)
    for scope in sorted(denied, key=lambda s: not s.flips):
        for i in range(scope.first, scope.last + 1):
            signs[i] = -signs[i] if scope.flips else -1
    return signs


def _reach(cue: Cue, words: Words, clauses: Clauses, found: list[Cue]) -> list[Scope]:
    match cue.section:
        case "forward" | "beats":
            return _forward(cue, clauses, frozenset())
        case "forward-short":
            return _forward(cue, clauses, _SHORT_ENDS, words)
        case "contrast" if _after_preference(cue, words, clauses, found):
            return _forward(cue, clauses, _SHORT_ENDS, words)
        case "backward":
            return _backward(cue, words, clauses)
    return []


def _forward(cue: Cue, clauses: Clauses, ends: frozenset[str], words: Words = ()) -> list[Scope]:
    last = cue.last
    clause = clauses.clause
    while last + 1 < len(clause) and clause[last + 1] == clause[cue.last] and not (ends and words[last + 1] in ends):
        last += 1
    return [Scope(cue, cue.last + 1, last)] if last > cue.last else []


def _backward(cue: Cue, words: Words, clauses: Clauses) -> list[Scope]:
    """A verdict denies its own clause; when it stands alone ("so I skip it"), the clause before."""
    first, last = _clause_of(cue.first, clauses)
    own = [i for i in range(first, last + 1) if not cue.first <= i <= cue.last]
    if any(is_word(words[i]) and not is_stop(words[i]) for i in own):
        return [Scope(cue, first, last)]
    previous = _said_before(first, words, clauses)
    return [Scope(cue, *previous, flips=False)] if previous else []


def _clause_of(i: int, clauses: Clauses) -> tuple[int, int]:
    first = last = i
    while first > 0 and clauses.clause[first - 1] == clauses.clause[i]:
        first -= 1
    while last + 1 < len(clauses.clause) and clauses.clause[last + 1] == clauses.clause[i]:
        last += 1
    return first, last


def _said_before(first: int, words: Words, clauses: Clauses) -> tuple[int, int] | None:
    """The statement that "it" or "that" stands for: back to the last `but`, at most a sentence and 25 tokens."""
    last = first - 1
    if last < 0:
        return None
    start, sentence = last, clauses.sentence[last]
    while start > 0 and last - start < _STATEMENT and clauses.sentence[start - 1] == sentence:
        if words[start] in ("but", "however"):
            break
        start -= 1
    return start, last


def _after_preference(cue: Cue, words: Words, clauses: Clauses, found: list[Cue]) -> bool:
    """`to` is a contrast only after `prefer`, `over` and `than` after any preference in the same sentence."""
    sentence = clauses.sentence[cue.first]
    before = [c for c in found if c.section in ("preference", "beats") and c.last < cue.first]
    near = [c for c in before if clauses.sentence[c.first] == sentence and cue.first - c.last < 16]
    if words[cue.first] == "to":
        return bool(near) and words[near[-1].first].startswith("prefer") and cue.first - near[-1].last > 1
    return bool(near)


def _is_denied(scope: Scope, reached: list[Scope]) -> bool:
    """A verdict that is itself denied ("isn't a waste of time") denies nothing; nor does the word that denies it."""
    if scope.cue.section == "backward":
        return any(_forward_over(other, scope.cue) for other in reached)
    return any(other.cue.section == "backward" and _forward_over(scope, other.cue) for other in reached)


def _forward_over(scope: Scope, cue: Cue) -> bool:
    near = 0 < cue.first - scope.cue.last <= 4
    return scope.cue.section in ("forward", "forward-short") and near and scope.first <= cue.first <= scope.last
