"""Whether words of worth judge anything: not in a condition, not of a noun behind them, not where they are weighed."""

from grader.text import Clauses, is_word

from .conditions import in_condition
from .cues import Cue, Words
from .scope import DRAWBACKS, clause_of
from .speech import small_words
from .subject import tells

_WHAT = frozenset({("what",), ("whatever",), ("anything",), ("everything",)})
_TIMES = frozenset({"before", "after", "until", "when", "where", "if"})
_CLOSE, _SAID_TO_BE, _WEIGHED, _MADE = 2, 5, 40, 8


def judges(cue: Cue, words: Words, clauses: Clauses) -> bool:
    """Return whether a cue is a verdict: not in a condition, nor of "what isn't needed", nor of "fragile work"."""
    before = words[max(0, cue.first - _CLOSE) : cue.first]
    if cue.section in DRAWBACKS and not _TIMES.isdisjoint(words[clause_of(cue.first, clauses)[0] : cue.first]):
        return False
    if in_condition(cue.first, words, clauses) or not _TIMES.isdisjoint(before) or before[-1:] in _WHAT:
        return False
    return _is_said(cue, words, clauses) and not _is_weighed(cue, words, clauses)


def _is_said(cue: Cue, words: Words, clauses: Clauses) -> bool:
    """Whether a word is used as its section demands: an adjective of a subject, a noun after "is a", a verb."""
    before = words[cue.first - 1] if cue.first else ""
    match cue.section:
        case "predicate":
            return before in small_words("copulas") or not _describes(cue, words)
        case "flaw":
            return before in small_words("copulas") or _is_predicate(cue, words, clauses)
        case "noun":
            return _is_predicate(cue, words, clauses)
        case "making" if small_words("worse").isdisjoint(words[cue.last + 1 : cue.last + _MADE]):
            return False
        case "harm" | "making":
            opens = cue.first == clause_of(cue.first, clauses)[0]
            return not opens and is_word(before) and before not in small_words("no subjects")
        case "diminished":
            return before not in small_words("speakers")
    return True


def _is_predicate(cue: Cue, words: Words, clauses: Clauses) -> bool:
    return not _describes(cue, words) and _is_said_of_something(cue, words, clauses)


def _describes(cue: Cue, words: Words) -> bool:
    """Whether a word follows that the cue only describes."""
    return cue.last + 1 < len(words) and tells(words[cue.last + 1])


def _is_said_of_something(cue: Cue, words: Words, clauses: Clauses) -> bool:
    """Whether a copula, or the start of a segment, stands before it, between them no more than "a", "just", "sheer"."""
    first = clause_of(cue.first, clauses)[0]
    at, free = cue.first - 1, 1
    empty = small_words("qualifiers") - small_words("copulas")
    while at >= first and cue.first - at <= _SAID_TO_BE and (words[at] in empty or (free and words[at - 1] in empty)):
        free -= words[at] not in empty
        at -= 1
    return at < first or words[at] in small_words("copulas") or not is_word(words[at])


def _is_weighed(cue: Cue, words: Words, clauses: Clauses) -> bool:
    """Whether a drawback is named and taken: "slower, but worth it", "although it is slower", "so add jitter"."""
    if cue.section not in DRAWBACKS:
        return False
    first = clause_of(cue.first, clauses)[0]
    opening = words[max(0, first - 1) : first + 1]
    if words[first] not in ("but", "yet") and not small_words("concessions").isdisjoint(opening):
        return True
    end = clauses.bounds[clauses.sentence[cue.first]][1]
    after = words[cue.last + 1 : min(end, cue.last + _WEIGHED) + 1]
    turn = next((i for i, word in enumerate(after) if word in small_words("concessions")), len(after))
    so = next((i for i, word in enumerate(after) if word == "so"), len(after))
    is_lesson = so < len(after) - 1 and small_words("denials").isdisjoint(after[so:])
    return is_lesson or not small_words("agrees").isdisjoint(after[turn:])
