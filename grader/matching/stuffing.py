"""Find bare lists of words of the trade: names without a claim."""

from itertools import compress, pairwise
from typing import NamedTuple

from grader.text import is_word, stop_words

from .reading import Reading

SHORTEST_LIST = 6
FUNCTION_WORDS = 0.13
FOREIGN = 5
QUESTION_WORDS = 3
CLAIMS = frozenset({"forward-adverb"})
BEGINS = frozenset({"that", "that's", "this", "i", "i'm", "i'd", "i'll", "i've", "we", "it", "it's"})
FILLERS = frozenset(
    {"okay", "ok", "so", "um", "umm", "uh", "uhm", "er", "hmm", "yeah", "yes", "well", "right", "sure", ","}
)
BEGINS |= {"hope", "thanks", "thank", "sorry"}


class Lists(NamedTuple):
    """The tokens in bare lists; and of these the ones in lists stuffed with terms foreign to the rubric."""

    bare: frozenset[int]
    stuffed: frozenset[int]


def find_lists(reading: Reading) -> Lists:
    """Return where the answer only names things.

    A list is stuffed if it holds five terms of the trade that no concept knows, or repeats the question. Judged
    stretch by stretch: one natural sentence added to a stuffed list does not save it.
    """
    bare: set[int] = set()
    stuffed: set[int] = set()
    for first, last in _stretches(reading):
        places = range(first, last + 1)
        bare.update(places)
        if len(_foreign(first, last, reading)) >= FOREIGN or _repeats_question(first, last, reading):
            stuffed.update(places)
    return Lists(frozenset(bare), frozenset(stuffed))


def _stretches(reading: Reading) -> list[tuple[int, int]]:
    """Sentences (joined while they are lists too) with hardly a function word."""
    found: list[tuple[int, int]] = []
    for begin, end in reading.clauses.bounds:
        first, last = _after_fillers(begin, end, reading), _before_tail(begin, end, reading)
        if not _is_list(first, last, reading):
            continue
        if found and found[-1][1] == begin - 1:
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return [pair for pair in found if _words(pair, reading) >= SHORTEST_LIST]


def _after_fillers(first: int, last: int, reading: Reading) -> int:
    """The first token of a sentence that says something: "okay so, um, kafka, redis, docker"."""
    words = reading.tokens.words
    return next((i for i in range(first, last) if words[i] not in FILLERS), last)


def _before_tail(first: int, last: int, reading: Reading) -> int:
    """The last token of a sentence before another that lacks its full stop: "kafka, redis, docker That is all"."""
    words, stops = reading.tokens.words, stop_words()
    for i in compress(range(first + 2, last), map(BEGINS.__contains__, words[first + 2 : last])):
        if is_word(words[i - 1]) and words[i - 1] not in stops:
            return i - 1
    return last


def _is_list(first: int, last: int, reading: Reading) -> bool:
    tokens = reading.tokens.words[first : last + 1]
    if "->" in tokens or any(first <= s.cue.first <= last and s.cue.section in CLAIMS for s in reading.scopes):
        return False
    if reading.void:
        tokens = tuple([word for i, word in enumerate(tokens, first) if i not in reading.void])
    stops = stop_words()
    empty = len([word for word in tokens if word in stops])
    if empty > FUNCTION_WORDS * len(tokens):
        return False
    words = sum(map(is_word, tokens))
    return words > 0 and empty <= FUNCTION_WORDS * words


def _words(pair: tuple[int, int], reading: Reading) -> int:
    return sum(is_word(word) for word in reading.tokens.words[pair[0] : pair[1] + 1])


def _foreign(first: int, last: int, reading: Reading) -> set[tuple[str, ...]]:
    known = reading.hits.known
    return {key for a, b, key in reading.hits.trade if first <= a and b <= last and known.isdisjoint(range(a, b + 1))}


def _repeats_question(first: int, last: int, reading: Reading) -> bool:
    """The sentence just before the list, or the list's own start, is the question; or the list holds all its words.

    Of a question of two words they must stand side by side: "event driven, kafka, sqs".
    """
    asked = reading.question.content
    listed = reading.stems[first : last + 1]
    if len(asked) >= QUESTION_WORDS and asked.issubset(listed):
        return True
    if len(asked) == QUESTION_WORDS - 1 and any({a, b} == asked for a, b in pairwise(listed)):
        return True
    sentence = reading.clauses.sentence[first]
    near = [i for i, s in enumerate(reading.clauses.sentence) if sentence - 1 <= s <= sentence]
    return any(reading.void.get(i) == "the question's own words" for i in near)
