"""Judgements after the fact: "X is a trap", "X I'd avoid"."""

from grader.text import Clauses, is_word, stop_words

from .conditions import in_condition
from .cues import Cue, Words
from .scope import Scope, clause_of

_STATEMENT = 25
_STATEMENT_ENDS = frozenset({"but", "however", ";"})
_WHAT = frozenset({("what",), ("whatever",), ("anything",), ("everything",)})
_TIMES = frozenset({"before", "after", "until", "when", "where", "if"})
_CLOSE, _NOUN = 2, 5
_ARTICLES = frozenset({"a", "an", "the", "any", "some"})
_LISTING = frozenset({"using", "use", "adding", "adopting", "choosing", "relying", "running", "having", "putting"})
_BREAKS_LIST = frozenset({"but", "because", "so", "when", "if", ";", ":", "is", "are", "we", "i", "you", "they", "it"})
_SPEAKERS = frozenset({"i", "i'd", "i'm", "we", "we'd", "we're", "you", "you'd", "you're"})
_SPEAKERS |= {"they", "they'd", "they're", "one"}
_AUXILIARIES = frozenset({"would", "do", "will", "did", "really", "just", "also", "always", "rather", "could", "can"})
_AUXILIARIES |= {"am", "are"}
_COPULAS = frozenset({"is", "are", "was", "were", "be", "it's", "they're", "that's", "too", "so", "very", "find"})


def verdict(cue: Cue, words: Words, clauses: Clauses) -> list[Scope]:
    """Return what a verdict denies: its own clause; when it stands alone ("so I skip it"), the statement before."""
    if _is_no_verdict(cue, words, clauses):
        return []
    first, last = clause_of(cue.first, clauses)
    first = max(_subject(first, cue.first, words, clauses), _described(cue.first - 1, words))
    last = next((i for i in range(cue.last + 1, last) if words[i] == ","), last)
    if any(_tells(words[i]) for i in range(first, last + 1) if not cue.first <= i <= cue.last):
        return [Scope(cue, first, last)]
    previous = _said_before(first, words, clauses)
    return [Scope(cue, *previous, flips=False)] if previous else []


def object_in_front(cue: Cue, words: Words, clauses: Clauses) -> list[Scope]:
    """Return what "X I'd avoid" and "X we don't do" deny: the object in front of the speaker."""
    first, last = clause_of(cue.first, clauses)
    end = next((i for i in range(cue.last + 1, last + 1) if words[i] == ","), last + 1)
    said_after = sum(_tells(words[i]) for i in range(cue.last + 1, end))
    speaker = cue.first - 1
    while speaker > first and words[speaker] in _AUXILIARIES:
        speaker -= 1
    if said_after > 1 or speaker <= first or words[speaker] not in _SPEAKERS or not _tells(words[speaker - 1]):
        return []
    return [Scope(cue, first, speaker - 1)]


def _subject(first: int, verdict: int, words: Words, clauses: Clauses) -> int:
    """The first token of what is judged: all of a list ("using x, y, z is a mistake"), the last deed of several."""
    start = clauses.bounds[clauses.sentence[first]][0]
    listed = words[start:first]
    if words[start] in _LISTING and words[first - 1] == "," and _BREAKS_LIST.isdisjoint(listed):
        return start
    comma = next((i for i in range(verdict - 1, first, -1) if words[i] == ","), first)
    is_deed = comma > first and words[comma + 1].endswith("ing") and not words[first].endswith("ing")
    return comma + 1 if is_deed else first


def _described(that: int, words: Words) -> int:
    """The first token of the noun that "that" stands for ("a state that makes no sense"): of no noun, 0."""
    if that < 0 or words[that] != "that":
        return 0
    for i in range(that - 1, max(-1, that - _NOUN), -1):
        if words[i] in _ARTICLES:
            return i
        if not is_word(words[i]):
            break
    return 0


def _is_no_verdict(cue: Cue, words: Words, clauses: Clauses) -> bool:
    """In a condition, of "what isn't needed", or of a noun behind it ("fragile work"), nothing is judged."""
    before = words[max(0, cue.first - _CLOSE) : cue.first]
    if in_condition(cue.first, words, clauses) or not _TIMES.isdisjoint(before) or before[-1:] in _WHAT:
        return True
    if cue.section != "predicate" or (cue.first and words[cue.first - 1] in _COPULAS):
        return False
    return cue.last + 1 < len(words) and _tells(words[cue.last + 1])


def _tells(word: str) -> bool:
    return is_word(word) and word not in stop_words()


def _said_before(first: int, words: Words, clauses: Clauses) -> tuple[int, int] | None:
    """The statement that "it" or "that" stands for: back to the last `but`, at most a sentence and 25 tokens."""
    last = first - 1
    if last < 0:
        return None
    start, sentence = last, clauses.sentence[last]
    while start > 0 and last - start < _STATEMENT and clauses.sentence[start - 1] == sentence:
        if words[start] in _STATEMENT_ENDS:
            break
        start -= 1
    return start, last
