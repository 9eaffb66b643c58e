"""The words a rubric knows: terms, the surfaces they are said with, and typing slips of these."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple, cast

from grader.rubric import Lexicon, phrases
from grader.text import is_stop, is_word, stem, tokenize

from .cues import cue_words
from .fuzzy import SHORTEST, nearest

Key = tuple[str, ...]
Seconds = dict[str, tuple[Key, ...]]
_ARTICLES = frozenset({"a", "an", "the"})
_MEMO_LIMIT = 50_000


def spellings(text: str) -> tuple[str, ...]:
    """Return the words of a text, articles and punctuation left out."""
    return tuple(word for word in tokenize(text).words if is_word(word) and word not in _ARTICLES)


@lru_cache(maxsize=_MEMO_LIMIT)
def key_of(text: str) -> Key:
    """Return the stems of a text's words: what a surface is looked up by."""
    return tuple(map(stem, spellings(text)))


class Terms(NamedTuple):
    """The terms that a surface says, and those that it denies."""

    affirmed: tuple[int, ...]
    denied: tuple[int, ...]


class Head(NamedTuple):
    """The surfaces that begin with a stem: what it says alone, and the longer ones by their second stem."""

    alone: Terms | None
    longer: dict[str, tuple[tuple[Key, Terms], ...]]


@dataclass(frozen=True, slots=True)
class Entry:
    """A term of the lexicon: the keys that affirm it and those that deny it."""

    name: str
    same: frozenset[Key]
    instances: frozenset[Key]
    opposite: frozenset[Key]


@dataclass(frozen=True)
class Index:
    """A lexicon made ready for look-up: which terms a key says (`said`), idioms, and words of the trade.

    `idioms` and `trade` are by the first and the second stem (empty: none) of their keys, the longest first.
    """

    said: dict[Key, tuple[Entry, ...]]
    denied: dict[Key, tuple[Entry, ...]]
    idioms: dict[str, Seconds]
    idiom_words: frozenset[tuple[str, ...]]
    trade: dict[str, Seconds]
    longest: dict[str, int]
    spelled: dict[str, frozenset[str]]


@lru_cache(maxsize=8)
def index(lexicon: Lexicon) -> Index:
    """Return a lexicon's index."""
    said: dict[Key, list[Entry]] = {}
    denied: dict[Key, list[Entry]] = {}
    trade: set[Key] = set()
    for name, term in lexicon.terms.items():
        entry = Entry(name, *(_keys(text) for text in (f"{name} | {term.same or ''}", term.instances, term.opposite)))
        for key in entry.same:
            said.setdefault(key, []).append(entry)
        for key in entry.opposite:
            denied.setdefault(key, []).append(entry)
        trade |= entry.same | entry.instances
    idioms = _keys(lexicon.idioms)
    every = trade | _keys(lexicon.trade)
    longest = _longest([*said, *denied, *idioms, *every])
    words = frozenset(map(spellings, phrases(lexicon.idioms or "")))
    return Index(_frozen(said), _frozen(denied), _by_two(idioms), words, _by_two(every), longest, _spelled(lexicon))


def _spelled(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, term in lexicon.terms.items():
        for word in spellings(f"{name} | {term.same} | {term.instances} | {term.opposite}"):
            found.setdefault(stem(word), set()).add(word)
    return {key: frozenset(words) for key, words in found.items()}


def _keys(text: str | None) -> frozenset[Key]:
    return frozenset(key for key in map(key_of, phrases(text or "")) if key)


def _frozen(found: dict[Key, list[Entry]]) -> dict[Key, tuple[Entry, ...]]:
    return {key: tuple(entries) for key, entries in found.items()}


def _by_head(keys: Iterable[Key]) -> dict[str, tuple[Key, ...]]:
    heads: dict[str, list[Key]] = {}
    for key in sorted(keys, key=lambda key: (-len(key), key)):
        heads.setdefault(key[0], []).append(key)
    return {head: tuple(found) for head, found in heads.items()}


def _by_two(keys: Iterable[Key]) -> dict[str, Seconds]:
    return {head: _by_second(found) for head, found in _by_head(keys).items()}


def _by_second(keys: tuple[Key, ...]) -> Seconds:
    seconds: dict[str, list[Key]] = {}
    for key in keys:
        seconds.setdefault(key[1] if len(key) > 1 else "", []).append(key)
    return {second: tuple(found) for second, found in seconds.items()}


def _longest(keys: Iterable[Key]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for key in keys:
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return longest


@dataclass
class Vocabulary:
    """What a rubric's phrases are made of; grows while the rubric is compiled, then only its memo of words grows.

    `surfaces` maps a key to the terms it says, each with +1 (affirms) or -1 (denies); `heads` are the same surfaces by
    their first stem. `memo` holds the stem of each word seen, `slips` how sure it is if not wholly.
    """

    index: Index
    numbers: dict[str, int] = field(default_factory=dict)
    surfaces: dict[Key, set[tuple[int, int]]] = field(default_factory=dict)
    heads: dict[str, Head] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)
    memo: dict[str, str] = field(default_factory=dict)
    slips: dict[str, float] = field(default_factory=dict)
    spelled: set[str] = field(default_factory=set)
    known: tuple[str, ...] = ()
    phrases: int = 0

    def next_phrase(self) -> int:
        """Return the number of a new phrase: they are counted as they are compiled."""
        self.phrases += 1
        return self.phrases - 1

    def term(self, key: Key) -> int:
        """Return the number of the term that a key of a phrase stands for, adding it when it is new."""
        name = " ".join(key)
        if name not in self.numbers:
            self.numbers[name] = len(self.numbers)
            self._add(key, self.numbers[name])
        return self.numbers[name]

    def _add(self, key: Key, number: int) -> None:
        affirm, deny = {key}, set[Key]()
        for entry in self.index.said.get(key, ()):
            affirm |= entry.same | entry.instances
            deny |= entry.opposite
        for entry in self.index.denied.get(key, ()):
            affirm |= entry.opposite
            deny |= entry.same
        for keys, sign in ((affirm, 1), (deny - affirm, -1)):
            for surface in keys:
                self.surfaces.setdefault(surface, set()).add((number, sign))

    def freeze(self) -> None:
        """Make ready for matching: gather the words that a typing slip may be of."""
        self.heads = {head: self._head(keys) for head, keys in _by_head(self.surfaces).items()}
        self.words = {word for key in self.surfaces for word in key}
        listed = {word for key in self.words for word in self.index.spelled.get(key, ())}
        written = {word for word in self.spelled if stem(word) in self.words}
        known = {word for word in listed | written if len(word) >= SHORTEST - 1}
        plurals = {f"{word}s" for word in known if word.isalpha() and not word.endswith("s")}
        self.known = tuple(sorted(known | {word for word in plurals if stem(word) in self.words}))

    def _head(self, keys: tuple[Key, ...]) -> Head:
        seconds = _by_second(keys)
        longer = {
            second: tuple((key, self._terms(key)) for key in found) for second, found in seconds.items() if second
        }
        alone = keys[0][:1]
        return Head(self._terms(alone) if alone in self.surfaces else None, longer)

    def _terms(self, key: Key) -> Terms:
        terms = sorted(self.surfaces[key])
        return Terms(tuple(n for n, sign in terms if sign > 0), tuple(n for n, sign in terms if sign < 0))

    def stems(self, words: Sequence[str]) -> list[str]:
        """Return the stem that each word of an answer stands for, typing slips mended; none for punctuation."""
        found = list(map(self.memo.get, words))
        if None not in found:
            return cast("list[str]", found)
        return [self._resolve(word) if name is None else name for word, name in zip(words, found, strict=True)]

    def _resolve(self, word: str) -> str:
        name, sure = self._look_up(word) if is_word(word) else ("", 1.0)
        if len(self.memo) < _MEMO_LIMIT:
            self.memo[word] = name
        if sure < 1 and len(self.slips) < _MEMO_LIMIT:
            self.slips[word] = sure
        return name

    def _look_up(self, word: str) -> tuple[str, float]:
        plain = stem(word)
        if plain in self.words or plain in self.index.longest or is_stop(word) or word in cue_words():
            return plain, 1.0
        meant = nearest(word, self.known)
        return (stem(meant), 0.93 if len(word) < 8 else 0.9) if meant else (plain, 1.0)

    def units(self, keys: Key) -> Iterator[Key]:
        """Cut the keys of a phrase into units: the longest runs the lexicon knows, else single stems."""
        i = 0
        while i < len(keys):
            length = self._unit_length(keys, i)
            yield keys[i : i + length]
            i += length

    def _unit_length(self, keys: Key, i: int) -> int:
        for length in range(min(self.index.longest.get(keys[i], 1), len(keys) - i), 1, -1):
            run = keys[i : i + length]
            if run in self.index.said or run in self.index.denied:
                return length
        return 1
