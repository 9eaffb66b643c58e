"""A phrase made ready for matching: the terms that must stand together in an answer."""

import re
from dataclasses import dataclass
from functools import lru_cache

from grader.text import divide, is_light, is_particle, is_stop, is_word, stem, tokenize

from .negation import scopes
from .vocabulary import Key, Vocabulary, key_of

# A particle ("scale out") counts only in a phrase that would else be a single word; a light verb never does.
LIGHT, PARTICLE, TELLING = 0, 1, 2
_OPTIONAL = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a phrase: any of its terms fills it; `sign` is -1 where the phrase itself denies the word."""

    terms: tuple[int, ...]
    text: str
    sign: int = 1


@dataclass(frozen=True, slots=True)
class Phrase:
    """A way of saying a concept: the slots that must be filled; `number`: its place among the rubric's phrases."""

    text: str
    slots: tuple[Slot, ...]
    number: int


def needed(slots: int) -> int:
    """Return how many slots of a phrase must be filled: all of up to three, one less of four or more."""
    return slots if slots < 4 else slots - 1


def compile_phrase(text: str, vocabulary: Vocabulary) -> Phrase:
    """Return the phrase for a text such as `more/extra instances (behind a load balancer)`."""
    written = _without_optional(text)
    pieces = _pieces(written, vocabulary)
    strong = [slot for slot, weight in pieces if weight == TELLING]
    chosen = strong if len(strong) > 1 else [slot for slot, weight in pieces if weight >= PARTICLE]
    chosen = chosen or [slot for slot, _ in pieces]
    distinct: dict[tuple[tuple[int, ...], int], Slot] = {}
    for slot in chosen:
        distinct.setdefault((slot.terms, slot.sign), slot)
    return Phrase(text, tuple(distinct.values()), vocabulary.next_phrase())


def _without_optional(text: str) -> str:
    chunks = (chunk.strip("/") for chunk in _OPTIONAL.sub(" ", text).split())
    return " ".join(filter(None, chunks))


def _pieces(text: str, vocabulary: Vocabulary) -> list[tuple[Slot, int]]:
    """Each slot of a text, and how telling its word is."""
    first = " ".join(chunk.split("/")[0] for chunk in text.split())
    signs = _signs(first)
    pieces: list[tuple[Slot, int]] = []
    run: list[tuple[str, int]] = []
    for chunk, sign in zip(text.split(), signs, strict=True):
        if "/" in chunk or "_" in chunk:
            pieces += _run(run, vocabulary)
            run = []
            pieces.append((_alternatives(chunk, sign, vocabulary), TELLING))
        else:
            run += [(word, sign) for word in tokenize(chunk).words if is_word(word)]
    return pieces + _run(run, vocabulary)


@lru_cache(maxsize=20_000)
def _signs(text: str) -> list[int]:
    """For each chunk of a text, 1 or, where function words before it deny it ("without changing"), -1.

    Other words that deny ("avoid joins") are places of the phrase themselves: with them its words are as they should.
    """
    chunks = [tokenize(chunk).words for chunk in text.split()]
    words = tuple(word for chunk in chunks for word in chunk)
    denied = [s for s in scopes(words, divide(words)) if all(map(is_stop, words[s.cue.first : s.cue.last + 1]))]
    signs, at = [], 0
    for chunk in chunks:
        over = sum(s.cue.last < at <= s.last and s.first <= at for s in denied)
        signs.append(-1 if over % 2 else 1)
        at += len(chunk)
    return signs


def _alternatives(chunk: str, sign: int, vocabulary: Vocabulary) -> Slot:
    keys = [key for part in chunk.split("/") if (key := key_of(part.replace("_", " ")))]
    return Slot(tuple(dict.fromkeys(vocabulary.term(key) for key in keys)), chunk, sign)


def _run(run: list[tuple[str, int]], vocabulary: Vocabulary) -> list[tuple[Slot, int]]:
    """The slots of a run of plain words: what the lexicon knows as one stays one."""
    words = [(word, sign) for word, sign in run if word not in ("a", "an", "the")]
    vocabulary.spelled.update(word for word, _ in words)
    keys: Key = tuple(stem(word) for word, _ in words)
    slots, at = [], 0
    for unit in vocabulary.units(keys):
        word, sign = words[at]
        known = len(unit) > 1 or unit in vocabulary.index.said
        text = " ".join(written for written, _ in words[at : at + len(unit)])
        at += len(unit)
        if known or is_particle(word) or not is_stop(word):
            slots.append((Slot((vocabulary.term(unit),), text, sign), _telling(word, known)))
    return slots


def _telling(word: str, known: bool) -> int:
    if known:
        return TELLING
    return PARTICLE if is_particle(word) else LIGHT if is_light(word) else TELLING
