"""How far a denial reaches: what "no X", "don't X, Y or Z", "instead of X" deny of the words that follow."""

from grader.text import Clauses

from .conditions import in_condition
from .cues import Cue, Words
from .scope import SUPPOSED, Scope, clause_of
from .speech import small_words
from .subject import is_list

_SHORT_ENDS = frozenset({",", "but", "->"})
_JOINS = frozenset({"or"})
_NOR = frozenset({"nor"})
_AND, _NOTS = frozenset({"and", "or", ","}), frozenset({"not", "no", "never", "neither", "nor", "without", "don't"})
_CONDITIONS = frozenset({"when", "if", "for", "where"})
# The second word of a pair, and how many words may stand before it.
_AWAY = frozenset({"out", "away", "off", "behind", "alone", "aside", "far"})
_ENDS = {"replaced": (frozenset({"by", "with", "for", "->"}), 120), "parted": (_AWAY, 6)}
_SUBJECTS = frozenset({"i", "we", "i'd", "we'd", "you", "i'll", "we'll", "it", "it's", "they", "there"})


def ahead(cue: Cue, words: Words, clauses: Clauses) -> list[Scope]:
    """Return what a cue denies of that which follows it; in a condition ("if you don't cache") it is supposed."""
    return [
        scope._replace(effect=SUPPOSED) if in_condition(cue.first, words, clauses) else scope
        for scope in _denied(cue, words, clauses)
    ]


def to_end(cue: Cue, words: Words, clauses: Clauses) -> list[Scope]:
    """Return the scope to the end of the clause, or to a `nor` or "and not", which deny the rest themselves."""
    last = clause_of(cue.last, clauses)[1]
    nots = (i for i in range(cue.last + 2, last) if words[i] in _AND and words[i + 1] in _NOTS)
    last = next(nots, last + 1) - 1
    return _until(_NOR, [Scope(cue, cue.last + 1, last)], words) if last > cue.last else []


def to_break(cue: Cue, words: Words, clauses: Clauses) -> list[Scope]:
    """Return the scope to the next comma, `but` or the end of the clause."""
    return _until(_SHORT_ENDS, to_end(cue, words, clauses), words)


def to_partner(cue: Cue, words: Words, clauses: Clauses) -> list[Scope]:
    """Return what "replace a by b" and "leave a out" deny: a; nothing, where the second word does not come in time."""
    found = []
    for scope in to_end(cue, words, clauses):
        ends, near = _ENDS[scope.cue.section]
        last = _before(ends, scope, words)
        if scope.first <= last < min(scope.last, scope.first + near):
            found.append(scope._replace(last=last))
    return found


def _denied(cue: Cue, words: Words, clauses: Clauses) -> list[Scope]:
    reached = to_end(cue, words, clauses)
    match cue.section:
        case "forward-adverb" if _is_of_condition(cue, words):
            return _condition(cue, words, clauses)
        case "forward-adverb":
            return [_over_verbs(scope, words, clauses) for scope in _until_comma(reached, words)]
        case "forward-short":
            return [_to_subject(scope, words) for scope in _until(_SHORT_ENDS, reached, words)]
    return reached if cue.section in ("forward", "beats", "rhetorical") else []


def _is_of_condition(cue: Cue, words: Words) -> bool:
    after = words[cue.last + 1 : cue.last + 2]
    return words[cue.last] in ("not", "never") and not _CONDITIONS.isdisjoint(after)


def _condition(cue: Cue, words: Words, clauses: Clauses) -> list[Scope]:
    """Of "not when the flow is complex" the condition, up to a comma."""
    last = clause_of(cue.last + 1, clauses)[1]
    return _until(frozenset({","}), [Scope(cue, cue.last + 1, last)], words)


def _over_verbs(scope: Scope, words: Words, clauses: Clauses) -> Scope:
    """Of "I don't index, cache or rewrite" all the verbs, though an order ("cache") may begin a clause."""
    after = scope.last + 1
    before = words[scope.cue.first - 1] if scope.cue.first else ""
    if scope.last - scope.first > 2 or words[after : after + 1] != (",",) or before not in small_words("speakers"):
        return scope
    end = clause_of(after, clauses)[1] if after + 1 == len(words) else clause_of(after + 1, clauses)[1]
    return scope._replace(last=end) if "or" in words[after + 1 : min(after + 5, end + 1)] else scope


def _to_subject(scope: Scope, words: Words) -> Scope:
    """Of "instead of X I use Y" only X."""
    stop = next((i for i in range(scope.first + 1, scope.last + 1) if words[i] in _SUBJECTS), scope.last + 1)
    return scope._replace(last=stop - 1)


def _until(ends: frozenset[str], reached: list[Scope], words: Words) -> list[Scope]:
    """Cut scopes short before the first of some words."""
    cut = [scope._replace(last=_before(ends, scope, words)) for scope in reached]
    return [scope for scope in cut if scope.last >= scope.first]


def _before(ends: frozenset[str], scope: Scope, words: Words) -> int:
    stop = next((i for i in range(scope.first, scope.last + 1) if words[i] in ends), scope.last + 1)
    return stop - 1


def _until_comma(reached: list[Scope], words: Words) -> list[Scope]:
    """Of lists: "not a, b" denies a; "not a, b or c" and "not a, b, c" deny all three."""
    denied = [words[scope.first : scope.last + 1] for scope in reached]
    is_joined = any(not _JOINS.isdisjoint(part) or is_list(part) for part in denied)
    return reached if is_joined else _until(frozenset({",", "->"}), reached, words)
