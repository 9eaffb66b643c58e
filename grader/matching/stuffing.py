"""Find bare lists of words of the trade: names without a claim."""

from dataclasses import dataclass

from grader.text import is_stop, is_word

from .reading import Reading

SHORTEST_LIST = 6
FUNCTION_WORDS = 0.13
FOREIGN = 5


@dataclass(frozen=True, slots=True)
class Lists:
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
        if len(_foreign(first, last, reading)) >= FOREIGN or _repeats_question(first, reading):
            stuffed.update(places)
    return Lists(frozenset(bare), frozenset(stuffed))


def _stretches(reading: Reading) -> list[tuple[int, int]]:
    """Sentences (joined while they are lists too) with hardly a function word."""
    found: list[tuple[int, int]] = []
    for first, last in _sentences(reading):
        words = [reading.tokens.words[i] for i in range(first, last + 1) if _counts(i, reading)]
        if not words or sum(map(is_stop, words)) > FUNCTION_WORDS * len(words):
            continue
        if found and found[-1][1] == first - 1:
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return [pair for pair in found if _words(pair, reading) >= SHORTEST_LIST]


def _counts(i: int, reading: Reading) -> bool:
    return i not in reading.void and is_word(reading.tokens.words[i])


def _sentences(reading: Reading) -> list[tuple[int, int]]:
    spans: dict[int, tuple[int, int]] = {}
    for i, sentence in enumerate(reading.clauses.sentence):
        spans[sentence] = (spans.get(sentence, (i, i))[0], i)
    return list(spans.values())


def _words(pair: tuple[int, int], reading: Reading) -> int:
    return sum(is_word(word) for word in reading.tokens.words[pair[0] : pair[1] + 1])


def _foreign(first: int, last: int, reading: Reading) -> set[tuple[str, ...]]:
    known = reading.hits.known
    return {key for a, b, key in reading.hits.trade if first <= a and b <= last and known.isdisjoint(range(a, b + 1))}


def _repeats_question(first: int, reading: Reading) -> bool:
    """The sentence just before the list, or the list's own start, is the question."""
    sentence = reading.clauses.sentence[first]
    near = [i for i, s in enumerate(reading.clauses.sentence) if sentence - 1 <= s <= sentence]
    return any(reading.void.get(i) == "the question's own words" for i in near)
