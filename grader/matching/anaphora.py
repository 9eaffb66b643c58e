"""Denials of something said before: "X I'd avoid", "it is slow, so I skip it", "some cache, I don't", "locks: no"."""

from grader.text import Clauses, is_word, stop_words

from .conditions import in_condition
from .cues import Cue, Words
from .scope import Scope, clause_of
from .speech import small_words
from .subject import said_before

_SO = frozenset({("so",), ("hence",), ("thus",), ("and", "so"), ("therefore",)})
# A clause that begins so names something by what is denied of it ("what they never touch"): it denies no other clause.
_WHICH = frozenset({"what", "where", "who", "whom", "whose", "whatever", "whoever", "anything", "everything"})
_AND_WHICH = frozenset((joined, word) for joined in ("and", "or", "but") for word in _WHICH)
_THEREFORE = frozenset({"so", "hence", "thus", "therefore", "why"})
_NAYS = frozenset({"no", "nope", "nah", "never", "neither", "none"})
_STARTS = frozenset({"and", "so", "but", "hence", "thus", "then", "therefore", "just", "simply", "please", "better"})


def denied_before(cue: Cue, words: Words, clauses: Clauses) -> list[Scope]:
    """Return what a denial with no object of its own denies: the object in front of it, or the statement before."""
    first, last = clause_of(cue.first, clauses)
    end = next((i for i in range(cue.last + 1, last + 1) if words[i] == ","), last + 1)
    if _is_nay(cue, end, words):
        return _nay(cue, first, words, clauses)
    after = [word for word in words[cue.last + 1 : end] if is_word(word)]
    if words[first] in _WHICH or words[first : first + 2] in _AND_WHICH or words[end : end + 1] == (":",):
        return []
    front = _front(cue, first, words)
    if front is not None:
        return [Scope(cue, *front)] if len([word for word in after if _tells(word)]) <= 1 else []
    goes_on = not after and end < len(words) and words[end] == ","
    if goes_on or in_condition(cue.first, words, clauses) or not _is_refusal(cue, after, first, words):
        return []
    previous = said_before(first, words, clauses)
    flips = not after and _THEREFORE.isdisjoint(words[first : cue.first])
    return [Scope(cue, *previous, flips=flips)] if previous else []


def _front(cue: Cue, first: int, words: Words) -> tuple[int, int] | None:
    """The object in front of the speaker: "X I'd avoid", "X is something we never do"."""
    speaker = cue.first if words[cue.first] in small_words("speakers") else _speaker(cue, first, words)
    if speaker <= first or words[speaker] not in small_words("speakers"):
        return None
    linked = words[speaker - 1] in small_words("links") and any(map(_tells, words[first : speaker - 1]))
    if not linked and not _tells(words[speaker - 1]):
        return None
    deed = next((i for i in range(speaker - 2, first, -1) if words[i].endswith("ing")), None)
    return (first if linked or deed is None else deed + 1), speaker - 1


def _speaker(cue: Cue, first: int, words: Words) -> int:
    speaker = cue.first - 1
    while speaker > first and words[speaker] in small_words("auxiliaries"):
        speaker -= 1
    return speaker


def _is_refusal(cue: Cue, after: list[str], first: int, words: Words) -> bool:
    """Whether the clause says no more than that somebody refuses it: "so we got rid of it", "I'd never build one"."""
    empty = small_words("pronouns") | small_words("fillers")
    if cue.section == "forward-adverb":
        empty |= small_words("using")
    if not empty.issuperset(after) or not _is_said_by_somebody(cue, first, words):
        return False
    if not after:
        return cue.section == "forward" or words[_speaker(cue, first, words)] in small_words("speakers")
    return not small_words("pronouns").isdisjoint(after) or cue.section == "forward-adverb"


def _is_said_by_somebody(cue: Cue, first: int, words: Words) -> bool:
    """A speaker stands before the cue, or nothing but "so" and "just": the subject is no other thing."""
    speaker = _speaker(cue, first, words)
    before = words[first : cue.first]
    heard = speaker >= first and words[speaker] in small_words("speakers")
    if heard and any(map(_tells, words[first:speaker])):
        return False
    return heard or all(word in _STARTS or word in small_words("auxiliaries") for word in before)


def _is_nay(cue: Cue, end: int, words: Words) -> bool:
    alone = cue.first == cue.last and words[cue.first] in _NAYS
    return (alone and end == cue.last + 1) or (alone and not any(map(is_word, words[cue.last + 1 : end])))


def _nay(cue: Cue, first: int, words: Words, clauses: Clauses) -> list[Scope]:
    """The segment before "no", or the topic in front: "CSRF tokens no", "locks: never", "Sequence diagrams? No"."""
    if words[cue.last + 1 : cue.last + 2] == ("?",):
        return []
    start = max((i + 1 for i in range(first, cue.first) if words[i] == ","), default=first)
    if any(map(_tells, words[start : cue.first])):
        return [Scope(cue, start, cue.first - 1)]
    if words[start : cue.first] in _SO:
        previous = said_before(start, words, clauses)
        return [Scope(cue, *previous, flips=False)] if previous else []
    mark = start - 1
    if mark < 1 or words[mark] not in (":", "-", ",", "->", "?", "("):
        return []
    begin = mark - 1
    while begin > 0 and (is_word(words[begin - 1]) or (words[mark] == "?" and words[begin - 1] == ",")):
        begin -= 1
    return [Scope(cue, begin, mark - 1, flips=False)]


def _tells(word: str) -> bool:
    return is_word(word) and not (
        word in stop_words() or word in small_words("using") or word in small_words("fillers")
    )
